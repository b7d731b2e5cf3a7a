using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The rules of a gate on a CloudWatch metric or on metric math.</summary>
internal static class MetricGate
{
    public static Gate? Build(Section section, CloudWatchSource? metric)
    {
        var (kind, objective) = (section.Read(GateFormat.Kind), Goals.Read(section));
        var period = metric?.Period ?? PlaybookDefaults.Window;
        var window = section.ReadOr(GateFormat.Window, () => PlaybookDefaults.MetricWindow(period));
        var samples = section.ReadOr(GateFormat.MinSamples, () => 1);
        var breach = section.ReadOr(GateFormat.Breach, () => BreachRule.Any);
        var freshness = section.ReadOr(GateFormat.Freshness, () => PlaybookDefaults.MetricFreshness(period));
        MetricGateChecks.Kind(section, kind, objective);
        MetricGateChecks.Objective(section, objective);
        RelativeChecks.Breach(section, objective);
        if (metric is not null)
        {
            MetricGateChecks.Comparable(section, metric, kind, objective);
            BurnChecks.Metric(section, objective, metric, kind);
            MetricGateChecks.Times(section, metric, window, freshness);
        }

        return metric is null
            || kind is null
            || objective is null
            || window is null
            || samples is null
            || breach is null
            || freshness is null
            ? null
            : new Gate(
                section.Name,
                metric,
                kind.Value,
                RelativeChecks.InUnit(objective.Value, kind.Value == GateKind.Errors ? ObjectiveUnit.Percent : ObjectiveUnit.Number),
                window.Value,
                samples.Value,
                breach.Value,
                freshness.Value);
    }
}
