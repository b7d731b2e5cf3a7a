using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>What an expression stands on.</summary>
internal static class MathReferences
{
    /// <summary>Mixing periods is refused: what AWS makes of it is not documented, so any number given here would be a guess.</summary>
    internal static void CheckPeriods(MathNode node, ImmutableArray<MetricQuery> queries)
    {
        var periods = Below(node, queries, []).Select(query => query.Stat?.Period).OfType<int>().Distinct().Order().ToList();
        if (periods.Count > 1)
        {
            throw new RefusedException(CloudWatchError.Validation(
                $"The metrics have different periods: {string.Join(", ", periods)} seconds."));
        }
    }

    /// <summary>Every query the expression stands on, directly or through others, each once.</summary>
    private static IEnumerable<MetricQuery> Below(MathNode node, ImmutableArray<MetricQuery> queries, HashSet<string> seen)
    {
        foreach (var query in Direct(node, queries).Where(query => seen.Add(query.Id)))
        {
            yield return query;
            var deeper = query.Expression is { } text ? Below(MathParser.Parse(text), queries, seen) : [];
            foreach (var further in deeper)
            {
                yield return further;
            }
        }
    }

    private static IEnumerable<MetricQuery> Direct(MathNode node, ImmutableArray<MetricQuery> queries) => node switch
    {
        MathNode.Reference reference => queries.Where(query => query.Id == reference.Id),
        MathNode.Negation negation => Direct(negation.Operand, queries),
        MathNode.Operation operation => Direct(operation.Left, queries).Concat(Direct(operation.Right, queries)),
        MathNode.Array array => array.Items.SelectMany(item => Direct(item, queries)),
        MathNode.Call { Function: "METRICS" } call => queries.Where(query => query.Stat is not null && IsMeant(call, query)),
        MathNode.Call call => call.Arguments.SelectMany(argument => Direct(argument, queries)),
        _ => [],
    };

    private static bool IsMeant(MathNode.Call metrics, MetricQuery query) =>
        metrics.Arguments is not [MathNode.Text part] || query.Id.Contains(part.Value, StringComparison.Ordinal);
}
