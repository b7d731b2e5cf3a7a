using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>
/// Reduces the datapoints of a CloudWatch metric to one measurement over the gate's window. The window ends with the newest finished
/// period that CloudWatch shows anything of, so that publication delay is age and never a gap.
/// </summary>
public static class CloudWatchWindow
{
    /// <param name="gate">A gate whose source is a CloudWatch metric.</param>
    /// <param name="metric">Datapoints of the metric, in any order.</param>
    /// <param name="evidence">
    /// Datapoints that say how many observations a period had: of the traffic metric for errors, of the metric's own SampleCount for a
    /// latency; empty where there are none, and then each datapoint counts as one sample.
    /// </param>
    /// <param name="now">The unfinished period, which ends after this, is left out.</param>
    public static Measurement Measure(Gate gate, ImmutableArray<DataPoint> metric, ImmutableArray<DataPoint> evidence, DateTimeOffset now)
    {
        var source = (CloudWatchMetric)gate.Source;
        var finished = metric.Concat(evidence).Where(point => point.Start + source.Period <= now).ToList();
        if (finished.Count == 0)
        {
            return new NoData(
                now - gate.Window, now, $"CloudWatch shows no {source.Metric} in the last {Text(gate.Window + gate.Freshness)}");
        }

        var to = finished.Max(point => point.Start) + source.Period;
        // A window that is not a multiple of the period is judged over whole periods, never over fewer than it asks for.
        var count = (int)Math.Ceiling(gate.Window / source.Period);
        var from = to - count * source.Period;
        var periods = Enumerable.Range(0, count).Select(index => from + index * source.Period);
        return Reduce(gate, source, [.. periods], metric, evidence, from, to);
    }

    private static Measurement Reduce(
        Gate gate,
        CloudWatchMetric source,
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
            ? new NoData(from, to, $"{source.Metric} has no datapoint in the window")
            : new Measured(from, to, Value(gate, Statistic(source.Stat, points.ToImmutable()), samples), samples, points.ToImmutable());
    }

    private static string Gap(CloudWatchMetric source, GateKind kind, DateTimeOffset period) =>
        string.Create(CultureInfo.InvariantCulture, $"{source.Metric} is absent at {period:HH:mm:ss}") + (kind, source.Traffic) switch
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
    private static double Value(Gate gate, double statistic, long samples) =>
        gate is { Goal: RelativeObjective, Kind: GateKind.Errors } ? Math.Round(100 * statistic / Math.Max(1, samples), 4) : statistic;

    // Percentiles of several periods cannot be merged: the highest is an upper bound for the window's own.
    private static double Statistic(string stat, ImmutableArray<DataPoint> points) => stat switch
    {
        "Sum" or "SampleCount" => points.Sum(point => point.Value),
        "Average" => points.Average(point => point.Value),
        "Minimum" => points.Min(point => point.Value),
        _ => points.Max(point => point.Value),
    };

    private static string Text(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s");
}
