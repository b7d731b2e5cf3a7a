using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;
using Cutover.Engine.Aws.CloudWatch;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>One stack's series for one gate.</summary>
/// <param name="From">Inclusive; the beginning of a period.</param>
/// <param name="To">Exclusive; the beginning of a period.</param>
internal sealed record SeriesRequest(CloudWatchQuestion Question, TimeSpan Period, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Its queries, under ids that no other request of the same call has.</summary>
    public IEnumerable<MetricDataQuery> Queries(int index)
    {
        foreach (var asked in Question.Statistics)
        {
            yield return new MetricStatQuery(
                Id(index, asked.Id),
                new Metric(asked.Namespace, asked.Metric, asked.Dimensions),
                asked.Stat,
                Period,
                ReturnData: asked.Id == Question.Value || asked.Id == Question.Evidence);
        }

        if (Question.Expression is { } expression)
        {
            yield return new ExpressionQuery(ValueId(index), MetricMath.Rename(expression, id => Id(index, id)));
        }
    }

    /// <summary>The id under which the judged series comes.</summary>
    public string ValueId(int index) =>
        Question.Value is { } value ? Id(index, value) : FormattableString.Invariant($"x{index}");

    /// <summary>The id under which the evidence comes; null without any.</summary>
    public string? EvidenceId(int index) => Question.Evidence is { } evidence ? Id(index, evidence) : null;

    private static string Id(int index, string id) => FormattableString.Invariant($"m{index}_{id}");
}
