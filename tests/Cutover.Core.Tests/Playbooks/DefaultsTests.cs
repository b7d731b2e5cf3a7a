using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

public sealed class DefaultsTests
{
    private const string Head = """
        version: 1
        name: short
        records: [{ zone: example.com., name: WSS.example.com }]
        stacks:
          source: { name: A, setIdentifier: a, endpoint: "ws://a.example/" }
          target: { name: B, setIdentifier: b, endpoint: "ws://b.example/" }
        steps: [{ weight: 100 %, bake: 1m }]
        gates:
          gate: 
        """;

    [Fact]
    public void A_probe_has_its_defaults() => AssertGate(
        "{ probe: handshake-p99, objective: \"< 1 s\" }",
        new Gate(
            "gate",
            new WebSocketProbe(ProbeMeasure.HandshakeP99),
            GateKind.Probe,
            new Objective(Comparison.Less, 1000, ObjectiveUnit.Milliseconds),
            Minutes(1),
            20,
            new BreachRule(2, 3),
            TimeSpan.FromSeconds(15)));

    [Theory]
    [InlineData("held-drop-rate", "\"< 5 %\"")]
    [InlineData("abnormal-closes", "\"< 5\"")]
    public void A_probe_of_held_connections_is_content_with_one_sample(string measure, string objective) =>
        Assert.Equal(1, Gate($"{{ probe: {measure}, objective: {objective} }}").MinSamples);

    [Theory]
    [InlineData("5s", 60, 30)]
    [InlineData("10s", 60, 60)]
    [InlineData("30s", 60, 180)]
    [InlineData("1m", 60, 300)]
    [InlineData("5m", 300, 900)]
    public void A_metric_has_defaults_that_fit_its_period(string period, int window, int freshness)
    {
        var gate = Gate($"{{ cloudwatch: {{ namespace: N, metric: M, stat: Sum, period: {period} }}, kind: traffic, objective: \"> 5\" }}");

        Assert.Equal((TimeSpan.FromSeconds(window), TimeSpan.FromSeconds(freshness)), (gate.Window, gate.Freshness));
        Assert.Equal((1, BreachRule.Any), (gate.MinSamples, gate.Breach));
    }

    [Fact]
    public void A_metric_without_a_period_has_one_minute() =>
        Assert.Equal(Minutes(1), Assert.IsType<CloudWatchMetric>(Gate(
            "{ cloudwatch: { namespace: N, metric: M, stat: Sum }, kind: traffic, objective: \"> 5\" }").Source).Period);

    [Fact]
    public void An_alarm_has_its_defaults() => AssertGate(
        "{ cloudwatch: { alarm: \"x-{stack}\" } }",
        new Gate(
            "gate", new CloudWatchAlarm("x-{stack}"), GateKind.Traffic, CloudWatchAlarm.Quiet, Minutes(1), 1, BreachRule.Any, Minutes(1)));

    [Fact]
    public void Names_are_read_in_lower_case_without_the_dot_and_types_are_A()
    {
        var record = Assert.Single(Readings.Accepted(Head + "{ probe: handshake-p99, objective: \"< 1 s\" }").Records);

        Assert.Equal(("example.com", "wss.example.com", RecordType.A), (record.Zone, record.Name, Assert.Single(record.Types)));
    }

    [Theory]
    [InlineData("{ probe: handshake-p99, objective: \"< 1 s\" }", 2, 15)]
    [InlineData("{ cloudwatch: { namespace: N, metric: M, stat: Sum }, kind: traffic, objective: \"> 5\" }", 6, 18)]
    public void The_run_waits_for_data_as_long_as_its_slowest_gate_needs(string gate, int holdAfter, int rollBackAfter) =>
        Assert.Equal(new NoDataPolicy(Minutes(holdAfter), Minutes(rollBackAfter)), Readings.Accepted(Head + gate).NoData);

    [Fact]
    public void Each_stack_has_its_own_dimensions_and_alarm()
    {
        var metric = Assert.IsType<CloudWatchMetric>(Gate(
            "{ cloudwatch: { namespace: N, metric: M, stat: Sum, dimensions: { D: \"x/{stack}\" } }, kind: traffic, objective: \"> 5\" }").Source);

        Assert.Equal("x/app/1", metric.DimensionsFor(new Stack("A", "a", null, "app/1"))["D"]);
        Assert.Equal("x/a", metric.DimensionsFor(new Stack("A", "a", null))["D"]);
        Assert.Equal("5xx-a", new CloudWatchAlarm("5xx-{stack}").NameFor(new Stack("A", "a", null, "app/1")));
    }

    private static Gate Gate(string yaml) => Assert.Single(Readings.Accepted(Head + yaml).Gates);

    private static void AssertGate(string yaml, Gate expected) => Assert.Equal(expected, Gate(yaml));

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
