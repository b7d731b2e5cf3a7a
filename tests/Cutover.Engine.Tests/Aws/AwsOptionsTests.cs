using Amazon.Runtime;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Transport;
using Cutover.Engine.Tests.Aws.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Aws;

public sealed class AwsOptionsTests
{
    [Fact]
    public void A_service_s_own_endpoint_variable_wins_over_the_general_one()
    {
        var options = Read(("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), ("AWS_ENDPOINT_URL_ROUTE_53", "http://127.0.0.1:2/base/"));

        Assert.Equal(new Uri("http://127.0.0.1:2/base/"), AwsService.Route53(options).Endpoint);
        Assert.Equal(new Uri("http://127.0.0.1:1"), AwsService.CloudWatch(options).Endpoint);
    }

    [Fact]
    public void Without_variables_the_endpoints_are_those_of_aws()
    {
        var options = Read(("AWS_DEFAULT_REGION", "eu-west-1"));

        Assert.Equal(
            ("https://route53.amazonaws.com/", "us-east-1", "route53"), Tuple(AwsService.Route53(options)));
        Assert.Equal(
            ("https://monitoring.eu-west-1.amazonaws.com/", "eu-west-1", "monitoring"), Tuple(AwsService.CloudWatch(options)));
    }

    [Fact]
    public void The_region_variable_wins_over_the_default_one_and_endpoints_can_be_told_to_be_ignored()
    {
        var options = Read(
            ("AWS_REGION", "us-west-2"),
            ("AWS_DEFAULT_REGION", "eu-west-1"),
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
            ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "TRUE"));

        Assert.Equal(("us-west-2", (Uri?)null), (options.Region, options.Endpoint));
    }

    [Fact]
    public async Task A_path_of_the_endpoint_is_kept()
    {
        await using var wire = await AwsWire.StartAsync(options => options with { Route53Endpoint = new Uri(options.Endpoint!, "/base/") });

        await wire.Route53.GetChangeAsync("C1", CallPriority.Normal, TestContext.Current.CancellationToken);

        Assert.Equal("/base/2013-04-01/change/C1", (await wire.Server.NextRequestAsync()).Target);
    }

    [Fact]
    public async Task Credentials_that_cannot_be_had_are_a_failure_and_nothing_is_sent()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var connection = new AwsConnection(
            new AwsOptions { Region = "eu-west-1", Endpoint = server.Endpoint },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new Locked());

        var failure = (await connection.Route53.GetChangeAsync("C1", CallPriority.Normal, TestContext.Current.CancellationToken)).Failure();

        Assert.Equal((AwsFailureKind.Credentials, "NoCredentials", false), (failure.Kind, failure.Code, failure.Ambiguous));
        Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Without_given_credentials_the_usual_chain_is_asked()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey);
        await using var server = await ScriptedServer.StartAsync();
        using var connection = new AwsConnection(
            new AwsOptions { Region = "eu-west-1", Endpoint = server.Endpoint }, TimeProvider.System, NullLogger<AwsConnection>.Instance);

        await connection.Route53.GetChangeAsync("C1", CallPriority.Normal, TestContext.Current.CancellationToken);

        SignatureCheck.AssertSigned(await server.NextRequestAsync(), "us-east-1", "route53");
    }

    private static AwsOptions Read(params (string Name, string Value)[] variables) =>
        AwsOptions.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    private static (string?, string, string) Tuple(AwsService service) =>
        (service.Endpoint?.AbsoluteUri, service.SigningRegion.SystemName, service.SigningName);

    private sealed class Locked : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("the vault said SECRET");
    }
}
