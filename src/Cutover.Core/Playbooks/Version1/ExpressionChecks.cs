using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold between an expression, its metrics and its traffic.</summary>
internal static class ExpressionChecks
{
    /// <summary>What GetMetricData takes in one request is 500; this leaves room for both stacks and the expressions.</summary>
    private const int MostMetrics = 100;

    public static bool Hold(
        Section section,
        Located<string> expression,
        ImmutableArray<(string Name, Located<MathMetric>? Value)> metrics,
        Located<string>? traffic)
    {
        var ids = metrics.Select(metric => metric.Name).ToImmutableArray();
        var named = MetricMath.Ids(expression.Value);
        var unknown = named.Except(ids).ToList();
        foreach (var id in unknown)
        {
            section.Refuse(expression.Place, $"the expression names {id}, and there is no metric {id}", Meant(id, ids, "under metrics"));
        }

        // What is named by a slip of the pen is not unused.
        foreach (var (id, metric) in metrics.Where(metric =>
            unknown.Count == 0 && !named.Contains(metric.Name) && metric.Name != traffic?.Value))
        {
            section.Refuse(
                metric?.Place ?? section.Place, $"{id} is asked for and paid for, and the expression does not name it", $"no {id}");
        }

        if (ids.Length > MostMetrics)
        {
            section.Refuse(
                section.Place, $"an expression over {ids.Length} metrics is too much to ask; {MostMetrics} are the most", "fewer metrics");
        }

        return unknown.Count == 0 && ids.Length <= MostMetrics && metrics.All(metric => metric.Value is not null)
            && Proves(section, metrics, ids, traffic);
    }

    private static bool Proves(
        Section section,
        ImmutableArray<(string Name, Located<MathMetric>? Value)> metrics,
        ImmutableArray<string> ids,
        Located<string>? traffic)
    {
        var counted = traffic is null ? null : metrics.FirstOrDefault(metric => metric.Name == traffic.Value).Value?.Value;
        if (traffic is not null && counted is null)
        {
            section.Refuse(
                traffic.Place,
                $"beside an expression traffic is the id of a metric that counts observations, and there is no metric {traffic.Value}",
                Meant(traffic.Value, ids, "under metrics"));
        }
        else if (counted is { Stat: not ("Sum" or "SampleCount") })
        {
            section.Refuse(
                traffic!.Place,
                $"traffic counts observations, and {traffic.Value} is a {counted.Stat}",
                "a metric whose stat is Sum or SampleCount");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static string Meant(string id, ImmutableArray<string> ids, string where) =>
        Spelling.Nearest(id, ids) ?? $"{id} {where}, or one of {string.Join(", ", ids)}";
}
