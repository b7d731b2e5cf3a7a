using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Gates;

/// <summary>
/// Reduces what a stack's instances counted to one measurement over the gate's window. While an instance is out of sight, what the others
/// counted is the least that can be true: enough to miss a limit of errors or to meet a demand for traffic, and never the other way round.
/// </summary>
public static class StackMeasurement
{
    /// <param name="gate">A gate whose source is a <see cref="StackStatistic"/>.</param>
    /// <param name="histories">One for each instance of the stack.</param>
    /// <param name="now">When it is measured; the window ends with the newest look.</param>
    public static Measurement Measure(Gate gate, ImmutableArray<InstanceHistory> histories, DateTimeOffset now)
    {
        var reading = StackReading.Of(histories, now, gate.Window);
        var seen = histories.Zip(reading.Instances).Where(pair => pair.Second.IsSeen).Select(pair => pair.First).ToImmutableArray();
        var to = seen.IsEmpty ? now : seen.Min(history => history.Last!.At);
        var from = to - gate.Window;
        if (histories.Any(history => history.Since is null || history.Since > from))
        {
            return new Filling(histories.Min(history => history.Since ?? to), to);
        }

        if (seen.IsEmpty)
        {
            return new NotMeasured(from, to, string.Join("; ", reading.Gaps));
        }

        var measured = Sum(gate, seen, from, to);
        return IsWhole(gate, histories, reading, from) || (!IsShare(gate) && IsDecided(gate, measured))
            ? measured
            : new NoData(from, to, Partial(gate, measured, reading));
    }

    /// <summary>The time up to which every instance of a stack was seen; null while one was not.</summary>
    public static DateTimeOffset? SeenUntil(ImmutableArray<InstanceHistory> histories) => SeenUntil(histories, []);

    /// <summary>The time up to which every instance of both stacks was seen; null while one was not.</summary>
    public static DateTimeOffset? SeenUntil(ImmutableArray<InstanceHistory> one, ImmutableArray<InstanceHistory> other) =>
        one.Concat(other).All(history => history.Last is not null) ? one.Concat(other).Min(history => history.Last!.At) : null;

    /// <summary>
    /// Failures of a stretch and the upgrades begun in it, in all instances together; null while not all of the stack is in sight. Between
    /// two looks what was counted is spread evenly, so a part of a failure may fall in a stretch.
    /// </summary>
    public static (double Failed, double Begun)? Count(
        Gate gate, ImmutableArray<InstanceHistory> histories, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var counts = histories.Select(history => WindowCount.Of(history, from, to)).ToList();
        if (counts.Contains(null) || !StackReading.Of(histories, now, gate.Window).IsWhole)
        {
            return null;
        }

        var failed = counts.Sum(count =>
            ((StackStatistic)gate.Source).Measure == StackMeasure.ConnectionErrors ? count!.ConnectionErrors : count!.Responses5xx);
        return (failed, Math.Max(failed, counts.Sum(count => count!.UpgradesBegun)));
    }

    private static Measured Sum(Gate gate, ImmutableArray<InstanceHistory> seen, DateTimeOffset from, DateTimeOffset to)
    {
        var points = seen.Select(history => Point(gate, history, from, to)).ToImmutableArray();
        var samples = points.Sum(point => point.Samples);
        var value = !IsShare(gate) ? points.Sum(point => point.Value)
            : samples == 0 ? 0
            : points.Sum(point => point.Value * point.Samples) / samples;
        return new Measured(from, to, Math.Round(value, 3), samples, points);
    }

    // One raw point for each instance.
    private static DataPoint Point(Gate gate, InstanceHistory history, DateTimeOffset from, DateTimeOffset to)
    {
        var counted = WindowCount.Of(history, from, to);
        var begun = counted?.UpgradesBegun ?? 0;
        var looks = history.Points.Count(point => point.At > from);
        return ((StackStatistic)gate.Source).Measure switch
        {
            StackMeasure.OpenConnections => new DataPoint(from, history.Last!.Open, looks),
            StackMeasure.Upgrades => new DataPoint(from, counted?.Upgrades ?? 0, looks),
            StackMeasure.LostConnections =>
                new DataPoint(from, history.Losses.Where(loss => loss.At > from).Sum(loss => loss.Lost), looks),
            StackMeasure.ConnectionErrors => Errors(counted?.ConnectionErrors ?? 0),
            _ => Errors(counted?.Responses5xx ?? 0),
        };

        DataPoint Errors(double count)
        {
            var tried = Math.Max(begun, count);
            return new DataPoint(from, !IsShare(gate) ? count : tried > 0 ? 100 * count / tried : 0, (long)Math.Ceiling(tried));
        }
    }

    private static bool IsShare(Gate gate) => gate.Goal is BurnObjective || gate.Goal.Unit == ObjectiveUnit.Percent;

    private static ObjectiveUnit Shown(Gate gate) => IsShare(gate) ? ObjectiveUnit.Percent : gate.Goal.Unit;

    private static bool IsDecided(Gate gate, Measured least) =>
        gate.Goal is Objective objective && objective.IsMetBy(least.Value) == objective.Comparison.WantsMore();

    // An instance first seen inside the window was not watched all the time; connections that a former process may hold are not gone.
    private static bool IsWhole(Gate gate, ImmutableArray<InstanceHistory> histories, StackReading reading, DateTimeOffset from) =>
        reading.IsWhole
        && histories.All(history => history.Points.Length > 1 && history.Points[0].At <= from + StackReading.Stale)
        && (reading.OpenUnseen < 1 || gate.Source is not StackStatistic { Measure: StackMeasure.OpenConnections });

    private static string Partial(Gate gate, Measured measured, StackReading reading) =>
        $"not all of the stack's connections are in sight ({Shown(gate).Format(measured.Value)} there): "
        + $"{string.Join("; ", reading.Gaps)}";
}
