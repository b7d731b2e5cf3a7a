using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Gates;

public sealed class MetricFindingTests
{
    [Theory]
    [InlineData(GateKind.Errors, true, "evidence", "", "errors may be absent where the traffic is seen")]
    [InlineData(GateKind.Errors, true, "value evidence", "", "all is there")]
    [InlineData(GateKind.Errors, true, "value", "Handshakes", "without traffic no absence is zero")]
    [InlineData(GateKind.Errors, true, "", "Handshakes", "the traffic is what is missing")]
    [InlineData(GateKind.Errors, false, "", "HandshakeErrors", "nothing proves that this is good news")]
    [InlineData(GateKind.Traffic, false, "", "HandshakeErrors", "blind")]
    [InlineData(GateKind.Traffic, false, "value", "", "all is there")]
    [InlineData(GateKind.Latency, false, "", "HandshakeErrors", "one metric, not two, is missing")]
    public void What_has_no_data_is_named_where_it_matters(GateKind kind, bool hasTraffic, string seen, string missed, string why)
    {
        var gate = SamplePlans.Errors with
        {
            Kind = kind, Source = (CloudWatchMetric)SamplePlans.Errors.Source with { Traffic = hasTraffic ? "Handshakes" : null },
        };
        var warnings = MetricFinding.Of(
            gate,
            "HAProxy",
            ((CloudWatchMetric)gate.Source).About(SamplePlans.Stacks.Source, kind),
            [.. seen.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.True(
            warnings.Select(warning => warning.Message).SequenceEqual(missed.Length == 0
                ? []
                : [$"no data in the last 15m for Lab/Edge {missed} {{Stack=haproxy}} on HAProxy, in periods of 10s"]),
            why);
        Assert.All(warnings, warning => Assert.Contains(
            $"aws cloudwatch list-metrics --namespace 'Lab/Edge' --metric-name '{missed}'", warning.Mend, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(60, 180)]
    [InlineData(7200, 360)]
    public void It_looks_back_as_far_as_the_period_needs(int period, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), MetricFinding.Past(TimeSpan.FromSeconds(period)));
}
