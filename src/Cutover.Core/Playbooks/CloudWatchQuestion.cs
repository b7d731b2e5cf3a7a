using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>What CloudWatch is asked about one stack for one gate.</summary>
/// <param name="Statistics">Each is one metric requested, which is what CloudWatch charges for.</param>
/// <param name="Expression">Metric math over the ids of the statistics; null where a statistic is the value itself.</param>
/// <param name="Value">The id of the statistic that is judged; null where the expression is.</param>
/// <param name="Evidence">The id of the statistic that tells how many observations a period had; null without one.</param>
public sealed record CloudWatchQuestion(
    ImmutableArray<MetricStatistic> Statistics, string? Expression, string? Value, string? Evidence)
{
    /// <summary>How many MetricDataQueries it takes.</summary>
    public int Queries => Statistics.Length + (Expression is null ? 0 : 1);
}
