using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.StackStatistics;

/// <summary>What a journal would hold of all this reads back the same.</summary>
public sealed class StatisticsJsonTests
{
    [Fact]
    public void Shares() => AssertSame(new TrafficShares(
        Samples.Begin, null, new Share(12.5m), new Share(10), new Share(15), 1234.5, new Churn(3, 40), ["a gap"]));

    [Fact]
    public void Shares_without_anything_open() => AssertSame(
        new TrafficShares(Samples.Begin, null, null, Share.None, Share.All, 0, new Churn(0, 0), []));

    [Fact]
    public void A_stack_with_its_endpoints()
    {
        var stack = new Stack("Envoy", "envoy", null)
        {
            Statistics =
            [
                new EnvoyAdmin(new Uri("http://10.0.0.5:9901"), "wss", new CredentialsReference(CredentialsOrigin.File, "/run/secret")),
                new HaproxyStatistics(new Uri("unix:///run/haproxy.sock"), "app"),
                new HaproxyPrometheus(new Uri("http://10.0.0.4/metrics")),
            ],
        };
        AssertSame(stack);
        Assert.Equal(stack.Statistics, RunJson.Read<Stack>(RunJson.Write(stack)).Statistics);
    }

    [Fact]
    public void A_stack_that_was_stored_before_there_were_statistics_has_none() =>
        Assert.Empty(RunJson.Read<Stack>("""{"name":"Envoy","setIdentifier":"envoy"}""").Statistics);

    [Fact]
    public void A_step_that_waits()
    {
        var step = new Step(new Share(50), TimeSpan.FromMinutes(1)) { Until = new ConnectionShareCondition(new Share(45)) };
        Assert.Equal(step, RunJson.Read<Step>(RunJson.Write(step)));
    }

    [Fact]
    public void A_gate_on_a_stack() => Assert.Equal(
        new StackStatistic(StackMeasure.LostConnections),
        RunJson.Read<GateSource>(RunJson.Write<GateSource>(new StackStatistic(StackMeasure.LostConnections))));

    private static void AssertSame<T>(T value) => Assert.Equal(RunJson.Write(value), RunJson.Write(RunJson.Read<T>(RunJson.Write(value))));
}
