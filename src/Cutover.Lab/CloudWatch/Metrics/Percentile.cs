namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>
/// Percentiles of weighted values, interpolated linearly between the two nearest ranks. AWS keeps a sketch and does not document
/// its rounding; over few samples the two differ by less than the gap between neighbouring values.
/// </summary>
internal static class Percentile
{
    internal static double? Of(double share, IReadOnlyList<Sample> samples)
    {
        // Documented: no percentiles over hidden values or over negative ones.
        if (samples.Any(sample => sample.Values is null || sample.Statistics.Minimum < 0))
        {
            return null;
        }

        var sorted = samples.SelectMany(sample => sample.Values!.Value).OrderBy(item => item.Value).ToList();
        var rank = share * (sorted.Sum(item => item.Count) - 1);
        var below = At(sorted, Math.Floor(rank));
        return below + ((At(sorted, Math.Ceiling(rank)) - below) * (rank - Math.Floor(rank)));
    }

    private static double At(List<WeightedValue> sorted, double rank)
    {
        var passed = 0.0;
        foreach (var item in sorted)
        {
            passed += item.Count;
            if (passed > rank)
            {
                return item.Value;
            }
        }

        return sorted[^1].Value;
    }
}
