using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Gates;

/// <summary>What a look at the recent past of a gate's metrics, before a start, tells about them.</summary>
public static class MetricFinding
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(3);
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(15);

    /// <summary>How far back it is looked: periods under a minute are kept for three hours, and make many points.</summary>
    public static TimeSpan Past(TimeSpan period) => period < TimeSpan.FromMinutes(1) ? Minutes : 3 * period > Hours ? 3 * period : Hours;

    /// <param name="stack">The stack that has all the traffic, by its name for people.</param>
    /// <param name="seen">The ids of the statistics that had data.</param>
    public static ImmutableArray<PlanWarning> Of(Gate gate, string stack, CloudWatchQuestion question, ImmutableArray<string> seen)
    {
        var source = (CloudWatchSource)gate.Source;
        var past = DurationNotation.Write(Past(source.Period));
        return
        [
            .. question.Statistics
                .Where(asked => IsMissed(gate.Kind, question, asked, seen))
                .DistinctBy(asked => asked.ToString())
                .Select(asked => new PlanWarning(
                    $"gate {gate.Name}",
                    $"no data in the last {past} for {asked} on {stack}, in periods of {DurationNotation.Write(source.Period)}",
                    Mend(gate.Kind, question, asked))),
        ];
    }

    // Nobody has errors all the time: where the traffic is seen, their absence is good news.
    private static bool IsMissed(GateKind kind, CloudWatchQuestion question, MetricStatistic asked, ImmutableArray<string> seen) =>
        !seen.Contains(asked.Id)
        && (kind != GateKind.Errors || question.Evidence is null || asked.Id == question.Evidence);

    private static string Mend(GateKind kind, CloudWatchQuestion question, MetricStatistic asked) =>
        (kind == GateKind.Errors && question.Evidence is null
            ? "Name the metric that counts its traffic, or absent errors are no data; if it should be there, check"
            : "Check")
        + " namespace, name, every dimension and the period it is published with: "
        + $"aws cloudwatch list-metrics --namespace '{asked.Namespace}' --metric-name '{asked.Metric}'";
}
