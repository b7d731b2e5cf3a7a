using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>
/// Reduces what CloudWatch says of a metric or an expression to one measurement over the gate's window. The window ends with the newest
/// finished period that CloudWatch shows anything of, so that publication delay is age and never a gap.
/// </summary>
public static class CloudWatchWindow
{
    /// <param name="gate">A gate whose source is a <see cref="CloudWatchSource"/>.</param>
    /// <param name="metric">Datapoints of the metric or expression, in any order.</param>
    /// <param name="evidence">
    /// Datapoints that say how many observations a period had: of the traffic metric for errors, of the metric's own SampleCount for a
    /// latency; empty where there are none, and then each datapoint counts as one sample.
    /// </param>
    /// <param name="now">The unfinished period, which ends after this, is left out.</param>
    public static Measurement Measure(Gate gate, ImmutableArray<DataPoint> metric, ImmutableArray<DataPoint> evidence, DateTimeOffset now)
    {
        var source = (CloudWatchSource)gate.Source;
        if (NewestEnd(source, metric, evidence, now) is not { } to)
        {
            return new NoData(
                now - gate.Window, now, $"CloudWatch shows no {source.Label} in the last {Text(gate.Window + gate.Freshness)}");
        }

        // A window that is not a multiple of the period is judged over whole periods, never over fewer than it asks for.
        var count = (int)Math.Ceiling(gate.Window / source.Period);
        var from = to - count * source.Period;
        var periods = Enumerable.Range(0, count).Select(index => from + index * source.Period);
        return Reduce(gate, source, [.. periods], metric, evidence, from, to);
    }

    /// <summary>The end of the newest finished period that there is anything of; null without one.</summary>
    public static DateTimeOffset? NewestEnd(
        CloudWatchSource source, ImmutableArray<DataPoint> metric, ImmutableArray<DataPoint> evidence, DateTimeOffset now)
    {
        var ends = metric.Concat(evidence).Select(point => point.Start + source.Period).Where(end => end <= now).ToList();
        return ends.Count == 0 ? null : ends.Max();
    }

    private static Measurement Reduce(
        Gate gate,
        CloudWatchSource source,
        ImmutableArray<DateTimeOffset> periods,
        ImmutableArray<DataPoint> metric,
        ImmutableArray<DataPoint> evidence,
        DateTimeOffset from,
        DateTimeOffset to)
    {
        var values = metric.ToLookup(point => point.Start);
        var seen = evidence.ToLookup(point => point.Start);
        var points = ImmutableArray.CreateBuilder<DataPoint>(periods.Length);
        foreach (var period in periods)
        {
            if (values[period].Any())
            {
                points.Add(values[period].First());
            }
            else if (gate.Kind == GateKind.Errors && seen[period].Any())
            {
                points.Add(new DataPoint(period, 0, 1));
            }
            else if (gate.Kind != GateKind.Latency)
            {
                return new NoData(from, to, Gap(source, gate.Kind, period));
            }
        }

        var samples = Samples(periods, seen, points);
        return points.Count == 0
            ? new NoData(from, to, $"{source.Label} has no datapoint in the window")
            : new Measured(
                from, to, Value(gate, Merge(gate, source.MergedBy, points.ToImmutable()), samples), samples, points.ToImmutable());
    }

    private static string Gap(CloudWatchSource source, GateKind kind, DateTimeOffset period) =>
        string.Create(CultureInfo.InvariantCulture, $"{source.Label} is absent at {period:HH:mm:ss}") + (kind, source.TrafficLabel) switch
        {
            (GateKind.Errors, null) => ", and without a traffic metric absence is not zero",
            (GateKind.Errors, { } name) => $", and so is {name}",
            _ => string.Empty,
        };

    private static long Samples(
        ImmutableArray<DateTimeOffset> periods, ILookup<DateTimeOffset, DataPoint> evidence, IEnumerable<DataPoint> points) =>
        evidence.Count == 0
            ? points.Sum(point => point.Samples)
            : (long)periods.SelectMany(period => evidence[period]).Sum(point => point.Value);

    // Stacks with different traffic are compared by the share of it that went wrong.
    private static double Value(Gate gate, double merged, long samples) =>
        gate is { Goal: not Objective, Kind: GateKind.Errors } ? Math.Round(100 * merged / Math.Max(1, samples), 4) : merged;

    // Neither percentiles nor expressions of several periods can be merged: the worst period is a bound for the window's own value.
    private static double Merge(Gate gate, string? stat, ImmutableArray<DataPoint> points) => stat switch
    {
        _ when points.Any(point => double.IsNaN(point.Value)) => double.NaN,
        "Sum" or "SampleCount" => points.Sum(point => point.Value),
        "Average" => points.Average(point => point.Value),
        "Minimum" => points.Min(point => point.Value),
        "Maximum" => points.Max(point => point.Value),
        _ => gate.Goal.Comparison.WantsMore() ? points.Min(point => point.Value) : points.Max(point => point.Value),
    };

    private static string Text(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s");
}
