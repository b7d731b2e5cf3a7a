using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>The four numbers that add up over any number of data.</summary>
internal sealed record StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    internal static StatisticSet Of(ImmutableArray<WeightedValue> values) => new(
        values.Sum(item => item.Count),
        values.Sum(item => item.Value * item.Count),
        values.Min(item => item.Value),
        values.Max(item => item.Value));

    internal static StatisticSet Merge(StatisticSet one, StatisticSet other) => new(
        one.SampleCount + other.SampleCount,
        one.Sum + other.Sum,
        Math.Min(one.Minimum, other.Minimum),
        Math.Max(one.Maximum, other.Maximum));
}
