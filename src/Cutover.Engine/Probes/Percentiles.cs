namespace Cutover.Engine.Probes;

/// <summary>Exact percentiles of timed samples.</summary>
internal static class Percentiles
{
    /// <summary>
    /// The nearest-rank percentile: the smallest value that at least <paramref name="rank"/> (0 to 1) of the samples do not exceed,
    /// always one of the values themselves; with fewer than 100 samples the 99th is the largest. Null when there are no timed samples.
    /// A sample that ran into its deadline counts with the deadline, the least it can have taken; a refused handshake has no time and is
    /// left out.
    /// </summary>
    public static Figure? NearestRank(IReadOnlyCollection<Sample> samples, double rank)
    {
        double[] times = [.. samples.Where(sample => sample.Kind != SampleKind.HandshakeFailed).Select(sample => sample.Value).Order()];
        if (times.Length == 0)
        {
            return null;
        }

        var place = Math.Max(1, (int)Math.Ceiling(rank * times.Length));
        return new Figure(times[place - 1], times.Length, times.Length, times.Length);
    }
}
