using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>One stored datum.</summary>
/// <param name="Timestamp">When it was measured.</param>
/// <param name="VisibleAt">From when it can be read.</param>
/// <param name="Unit">One of CloudWatch's units.</param>
/// <param name="HighResolution">Stored by the second, not by the minute.</param>
/// <param name="Statistics">Its part in sum, average, minimum, maximum and count.</param>
/// <param name="Values">Its part in percentiles; null when it was sent as a statistic set that hides its values.</param>
internal sealed record Sample(
    DateTimeOffset Timestamp,
    DateTimeOffset VisibleAt,
    string Unit,
    bool HighResolution,
    StatisticSet Statistics,
    ImmutableArray<WeightedValue>? Values)
{
    internal static Sample OfValues(
        DateTimeOffset timestamp, DateTimeOffset visibleAt, string unit, bool high, ImmutableArray<WeightedValue> values) =>
        new(timestamp, visibleAt, unit, high, StatisticSet.Of(values), values);

    /// <summary>A statistic set gives its values away only if it holds one value, or the same one again and again.</summary>
    internal static Sample OfStatistics(DateTimeOffset timestamp, DateTimeOffset visibleAt, string unit, bool high, StatisticSet set) =>
        new(timestamp, visibleAt, unit, high, set, Reveal(set));

    private static ImmutableArray<WeightedValue>? Reveal(StatisticSet set)
    {
        if (set.SampleCount == 1)
        {
            return [new(set.Sum, 1)];
        }

        return set.Minimum == set.Maximum ? [new(set.Minimum, set.SampleCount)] : null;
    }
}
