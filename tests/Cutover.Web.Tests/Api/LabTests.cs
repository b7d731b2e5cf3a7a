using System.Net;
using System.Text;
using Cutover.Lab;
using Cutover.Web.Api;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class LabTests(LabHost lab) : IClassFixture<LabHost>
{
    private const string Envoy = "/api/v1/lab/edges/envoy/dials";

    private RunningHost Host => lab.Host;

    [Fact]
    public async Task Dials_are_turned_all_at_once_and_shown()
    {
        var turned = await PutAsync(Envoy, """{"refuseHandshakes":5,"addedLatencyMilliseconds":20}""");
        Assert.Equal(new EdgeDialsRequest(5, 20), await turned.ReadAsync<EdgeDialsRequest>());
        var shown = await (await Host.GetAsync("/api/v1/lab")).ReadAsync<LabView>();
        Assert.Equal(
            (new EdgeDialsRequest(5, 20), new EdgeDialsRequest(), 5), (shown.Dials["envoy"], shown.Dials["haproxy"], shown.Shares.Clients));
        Assert.Equal(5, Host.World.Target.Dials.RefuseHandshakes);

        await PutAsync(Envoy, "{}");
        Assert.Equal(0, Host.World.Target.Dials.RefuseHandshakes);
    }

    [Fact]
    public async Task Starting_over_mends_the_edges_and_gives_the_source_all_the_weight()
    {
        await PutAsync(Envoy, """{"refuseHandshakes":5}""");

        var shown = await (await Host.Http.PostAsync("/api/v1/lab/start-over", null, TestContext.Current.CancellationToken)).ReadAsync<LabView>();

        Assert.Equal((0d, 0d, new EdgeDialsRequest()), (shown.Shares.AcceptedShare, shown.Shares.AnsweredShare, shown.Dials["envoy"]));
    }

    [Fact]
    public async Task AWS_is_broken_and_mended_with_everything_else()
    {
        var turned = await PutAsync("/api/v1/lab/aws/dials", """{"cloudWatchBlind":true,"route53Throttles":true,"route53KeepsPending":true}""");
        var broken = new AwsDialSettings { CloudWatchBlind = true, Route53Throttles = true, Route53KeepsPending = true };
        Assert.Equal(broken, await turned.ReadAsync<AwsDialSettings>());
        Assert.Equal((true, true, true), (
            Host.World.CloudWatch.Faults.Blind, Host.World.Route53.Faults.ThrottleEverything, Host.World.Route53.Faults.KeepPending));

        var shown = await (await Host.Http.PostAsync("/api/v1/lab/start-over", null, TestContext.Current.CancellationToken)).ReadAsync<LabView>();

        Assert.Equal((AwsDialSettings.Healthy, false), (shown.Aws, Host.World.Route53.Faults.ThrottleEverything));
    }

    [Theory]
    [InlineData(
        Envoy, """{"refuseHandshakes":100.5}""", HttpStatusCode.BadRequest, "refuseHandshakes: 100.5 is out of range; write 0 to 100")]
    [InlineData(Envoy, """{"dropHeld":"NaN"}""", HttpStatusCode.BadRequest, "dropHeld: NaN")]
    [InlineData(Envoy, """{"addedLatencyMilliseconds":-1}""", HttpStatusCode.BadRequest, "write 0 to 60000")]
    [InlineData(Envoy, """{"stalled":"yes"}""", HttpStatusCode.BadRequest, "write true or false")]
    [InlineData("/api/v1/lab/edges/nginx/dials", "{}", HttpStatusCode.NotFound, "haproxy and envoy")]
    public async Task Dials_that_do_not_exist_or_go_too_far_are_refused(string path, string json, HttpStatusCode status, string words) =>
        Assert.Contains(words, (await (await PutAsync(path, json)).ProblemAsync(status)).Detail, StringComparison.Ordinal);

    [Fact]
    public async Task The_openapi_document_names_every_route()
    {
        var document = await (await Host.GetAsync("/openapi/v1.json")).TextAsync();

        Assert.All(
            [
                "/api/v1/plans",
                "/api/v1/runs",
                "/api/v1/runs/{id}/acts",
                "/api/v1/runs/{id}/events",
                "/api/v1/lab/edges/{edge}/dials",
                "\"RollBack\"",
            ],
            part => Assert.Contains(part, document, StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> PutAsync(string path, string json) =>
        Host.SendAsync(new HttpRequestMessage(
            HttpMethod.Put, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
}
