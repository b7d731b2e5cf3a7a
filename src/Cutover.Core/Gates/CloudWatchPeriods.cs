using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>Pairs both stacks' datapoints of a CloudWatch metric by period, for a gate that compares them.</summary>
public static class CloudWatchPeriods
{
    /// <summary>The finished periods in which both stacks can be seen, oldest first.</summary>
    /// <param name="gate">A gate with a relative objective on a metric of kind errors or latency.</param>
    /// <param name="target">The target's datapoints and its evidence: traffic for errors, the number of samples for a latency.</param>
    /// <param name="source">The source's.</param>
    /// <param name="now">A period that ends after this is not finished.</param>
    public static ImmutableArray<Stretch> Of(
        Gate gate,
        (ImmutableArray<DataPoint> Metric, ImmutableArray<DataPoint> Evidence) target,
        (ImmutableArray<DataPoint> Metric, ImmutableArray<DataPoint> Evidence) source,
        DateTimeOffset now)
    {
        var period = ((CloudWatchMetric)gate.Source).Period;
        var (one, other) = (ByPeriod(gate, target), ByPeriod(gate, source));
        return
        [
            .. one.Keys.Intersect(other.Keys).Where(start => start + period <= now).Order()
                .Select(start => Pair(gate, start, start + period, one[start], other[start])),
        ];
    }

    /// <summary>
    /// The errors and the traffic of one stack in finished periods, oldest first. A period is counted once a later one can be seen: what of
    /// it came late is there by then, and it is counted only once.
    /// </summary>
    /// <param name="gate">A gate with a burn.</param>
    /// <param name="stack">Its datapoints of errors and of traffic.</param>
    /// <param name="from">Periods that begin before this have been counted, or are none of the run's.</param>
    /// <param name="now">A period that ends after this is not finished.</param>
    public static ImmutableArray<EventCount> Counts(
        Gate gate, (ImmutableArray<DataPoint> Metric, ImmutableArray<DataPoint> Evidence) stack, DateTimeOffset from, DateTimeOffset now)
    {
        var (period, found) = (((CloudWatchMetric)gate.Source).Period, ByPeriod(gate, stack));
        var newest = found.Keys.Where(start => start + period <= now).DefaultIfEmpty().Max();
        return
        [
            .. found.Where(one => one.Key >= from && one.Key < newest).OrderBy(one => one.Key).Select(one =>
                new EventCount(one.Key, one.Key + period, (long)one.Value.Value, Math.Max(one.Value.Value, one.Value.Seen))),
        ];
    }

    private static Stretch Pair(
        Gate gate, DateTimeOffset from, DateTimeOffset to, (double Value, double Seen) target, (double Value, double Seen) source) =>
        gate.Kind == GateKind.Errors
            ? new CountedStretch(from, to, new Tally((long)target.Value, target.Seen), new Tally((long)source.Value, source.Seen))
            : new PeriodStretch(from, to, target.Value, source.Value, (long)target.Seen, (long)source.Seen);

    // Errors are zero where only the traffic is present; a latency without a value is no period to compare.
    private static Dictionary<DateTimeOffset, (double Value, double Seen)> ByPeriod(
        Gate gate, (ImmutableArray<DataPoint> Metric, ImmutableArray<DataPoint> Evidence) stack)
    {
        var values = Values(stack.Metric);
        var seen = Values(stack.Evidence);
        var starts = gate.Kind == GateKind.Errors ? seen.Keys : values.Keys.Where(seen.ContainsKey);
        return starts.ToDictionary(start => start, start => (values.GetValueOrDefault(start), seen[start]));
    }

    private static Dictionary<DateTimeOffset, double> Values(ImmutableArray<DataPoint> points) =>
        points.GroupBy(point => point.Start).ToDictionary(group => group.Key, group => group.First().Value);
}
