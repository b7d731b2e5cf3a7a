using Amazon.Runtime;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class RefusedCredentialsTests
{
    private static readonly (string, string) Old = ("ASIAOLD", "old-secret");
    private static readonly (string, string) New = (SignatureCheck.AccessKey, SignatureCheck.SecretKey);

    [Theory]
    [InlineData("ExpiredToken")]
    [InlineData("ExpiredTokenException")]
    [InlineData("InvalidClientTokenId")]
    [InlineData("UnrecognizedClientException")]
    [InlineData("SignatureDoesNotMatch")]
    public async Task Fresh_ones_are_asked_for_once_and_the_write_is_sent_again_at_once(string code)
    {
        using var credentials = new RotatingCredentials(Old, New);
        await using var wire = await AwsWire.StartAsync(credentials: credentials);
        wire.Server.Then(ScriptedAnswer.Error(403, code)).Then(Route53Xml.Changed());

        var changed = await ChangeAsync(wire);

        Assert.Equal("C2682N5HXP0BZ4", changed.Value().Id);
        Assert.Equal((2, 2), (wire.Server.Requests.Count, credentials.Made));
        SignatureCheck.AssertSigned(wire.Server.Requests.Last(), "us-east-1", "route53");
        Assert.Contains(wire.Log.Lines, line => line.EventId == 2003 && line.Message.Contains("ASIAOLD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_that_are_refused_as_well_end_the_call_with_words_that_say_whose_they_are()
    {
        using var credentials = new RotatingCredentials(Old, ("ASIANEW", "new-secret"));
        await using var wire = await AwsWire.StartAsync(credentials: credentials);
        wire.Server.Then(ScriptedAnswer.Error(403, "ExpiredToken", "The token is expired."), ScriptedAnswer.Error(403, "ExpiredToken"));

        var failure = (await ChangeAsync(wire)).Failure();

        Assert.Equal((AwsFailureKind.Credentials, false, false), (failure.Kind, failure.Ambiguous, failure.Retriable));
        Assert.Equal(2, wire.Server.Requests.Count);
        Assert.Contains("AWS refuses access key ASIANEW from ", AwsWords.Of(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_no_others_the_refused_ones_are_not_sent_again()
    {
        await using var wire = await AwsWire.StartAsync(credentials: new BasicAWSCredentials("AKIAGIVEN", "secret"));
        wire.Server.Then(ScriptedAnswer.Error(403, "InvalidClientTokenId", "The security token included in the request is invalid."));

        var failure = (await ChangeAsync(wire)).Failure();

        Assert.Single(wire.Server.Requests);
        Assert.Equal(
            "InvalidClientTokenId: The security token included in the request is invalid (request req-1). AWS refuses access key AKIAGIVEN "
                + "from the profile or the host's own settings, and asking for fresh credentials gave no better ones: put valid keys "
                + "there; a changed profile is read without a restart",
            AwsWords.Of(failure));
    }

    [Fact]
    public async Task Many_calls_that_are_refused_together_ask_for_fresh_ones_once()
    {
        using var credentials = new RotatingCredentials(Old, New);
        await using var wire = await AwsWire.StartAsync(credentials: credentials);
        wire.Server.Otherwise = request => request.Headers.Authorization.ToString().Contains(Old.Item1, StringComparison.Ordinal)
            ? ScriptedAnswer.Error(403, "ExpiredToken")
            : new ScriptedAnswer(200, CloudWatchXml.Alarms(""));

        var calls = Enumerable.Range(0, 3).Select(_ => wire.CloudWatch.DescribeAlarmsAsync(
            ["a"], CallPriority.Normal, TestContext.Current.CancellationToken));

        Assert.All(await Task.WhenAll(calls), outcome => outcome.Value());
        Assert.Equal(2, credentials.Made);
    }

    private static Task<AwsOutcome<ZoneChange>> ChangeAsync(AwsWire wire) => wire.Route53.ChangeRecordSetsAsync(
        "Z1",
        [new RecordSetChange(ChangeAction.Create, new RecordSet("wss.lab.example.", "A", "envoy", 3, 60, ["127.0.1.2"]))],
        "step",
        CallPriority.Normal,
        TestContext.Current.CancellationToken);
}
