using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of a gate on a CloudWatch metric or on metric math.</summary>
internal static class MetricGateChecks
{
    public static void Kind(Section section, Located<GateKind>? kind, Located<Goal>? objective)
    {
        if (IsMissing(section, GateFormat.Kind))
        {
            section.Refuse(
                section.Place,
                "a gate on a CloudWatch metric must say what an absent value means",
                "kind: errors, kind: traffic or kind: latency");
        }

        if (kind is { Value: GateKind.Probe })
        {
            section.Refuse(kind.Place, "CloudWatch is no probe", "kind: errors, kind: traffic or kind: latency");
        }

        if (kind is { Value: GateKind.Errors or GateKind.Latency } && objective is not null && objective.Value.Comparison.WantsMore())
        {
            Directions.Refuse(section, objective, kind.Value.Keyword(), moreIsBetter: false);
        }

        if (kind is not null && section.Inside(GateFormat.CloudWatch) is { } source)
        {
            Evidence(source, kind.Value, CloudWatchFormat.IsExpression(source));
        }
    }

    private static void Evidence(Section source, GateKind kind, bool isExpression)
    {
        if (kind == GateKind.Errors && isExpression && !source.Has(CloudWatchFormat.Traffic))
        {
            source.Refuse(
                source.Place,
                "errors that are absent are zero only where traffic was seen, and nothing here says what counts it",
                "traffic: the id of the metric that counts observations");
        }
        else if (kind == GateKind.Traffic || (kind == GateKind.Latency && !isExpression))
        {
            source.RefuseKey(
                CloudWatchFormat.Traffic,
                $"a gate of kind {kind.Keyword()} has no use for a traffic metric; only kind errors reads it",
                "no traffic, or kind: errors");
        }
    }

    /// <summary>CloudWatch gives numbers and keeps the unit to itself: 250 ms against a metric in seconds would always pass.</summary>
    public static void Objective(Section section, Located<Goal>? objective)
    {
        if (IsMissing(section, GateFormat.Objective) && !section.Has(GateFormat.Burn))
        {
            section.Refuse(section.Place, "a gate on a CloudWatch metric needs the key \"objective\"", "objective: \"< 5\"");
        }
        else if (objective is { Value: Objective { Unit: not ObjectiveUnit.Number } value })
        {
            var (amount, hint) = value.Unit == ObjectiveUnit.Milliseconds
                ? (value.Threshold / 1000, ", if the metric is in seconds as a load balancer's times are")
                : (value.Threshold, ", if the metric itself is 0 to 100");
            var mend = ObjectiveNotation.Write(new Objective(value.Comparison, amount, ObjectiveUnit.Number));
            section.Refuse(
                objective.Place,
                "CloudWatch gives plain numbers in the metric's own unit, so the objective has no unit",
                objective.Place.With(mend) + hint);
        }
    }

    /// <summary>Whether both stacks' values are to be had, and say the same of each stack whatever its traffic.</summary>
    public static void Comparable(Section section, CloudWatchSource source, Located<GateKind>? kind, Located<Goal>? goal)
    {
        if (goal is not { Value: RelativeObjective } || kind is null || kind.Value == GateKind.Probe)
        {
            return;
        }

        var (fault, mend) = (source.IsPerStack, kind.Value, source.TrafficLabel, source.MergedBy) switch
        {
            _ when source is CloudWatchExpression => (
                "values of an expression tell no numbers of observations, so no test can compare them",
                "one metric, or a bound of its own such as \"< 1\""),
            (false, _, _, _) => ("this metric knows no stacks, so there is no source to compare with", "\"{stack}\" in a dimension"),
            (_, GateKind.Traffic, _, _) => (
                "traffic follows the weights, so the stacks are not to be compared by it", "kind: errors or kind: latency"),
            (_, GateKind.Errors, null, _) => (
                "errors are compared as a share of the traffic, and this gate names no traffic metric", "traffic: the metric's name"),
            (_, GateKind.Errors, _, not "Sum") => ("errors are compared by their number in each period", "stat: Sum"),
            _ => (null, string.Empty),
        };
        if (fault is not null)
        {
            section.Refuse(goal.Place, fault, mend);
        }
        else if (!goal.Value.Comparison.WantsMore())
        {
            var unit = kind.Value == GateKind.Errors ? ObjectiveUnit.Percent : ObjectiveUnit.Number;
            RelativeChecks.Goal(section, goal, $"a metric of kind {kind.Value.Keyword()}", unit, moreIsBetter: false);
        }
    }

    public static void Times(Section section, CloudWatchSource metric, Located<TimeSpan>? window, Located<TimeSpan>? freshness)
    {
        var period = DurationNotation.Write(metric.Period);
        if (window is not null && window.Value.Ticks % metric.Period.Ticks != 0)
        {
            var periods = Math.Max(1, (window.Value.Ticks + (metric.Period.Ticks / 2)) / metric.Period.Ticks);
            section.Refuse(
                window.Place,
                $"the window must be one period of the metric ({period}) or a multiple of it",
                window.Place.With(DurationNotation.Write(periods * metric.Period)));
        }

        if (freshness is not null && freshness.Value < 2 * metric.Period)
        {
            section.Refuse(
                freshness.Place,
                $"data would never be fresh: the newest whole period ({period}) is up to one period old before it is published",
                freshness.Place.With(DurationNotation.Write(PlaybookDefaults.MetricFreshness(metric.Period))));
        }
    }

    /// <summary>A key that slipped into the source is reported there already.</summary>
    private static bool IsMissing(Section section, KeyFormat key) =>
        !section.Has(key) && section.Inside(GateFormat.CloudWatch)?.Has(key) != true;
}
