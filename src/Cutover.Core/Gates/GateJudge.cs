using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Gates;

/// <summary>Judges a gate by what it wants: the one place that knows the sorts of goals.</summary>
public static class GateJudge
{
    /// <param name="gate">The gate.</param>
    /// <param name="stacks">For the words.</param>
    /// <param name="readings">What was measured; at least once.</param>
    /// <param name="now">When the verdict is given; the age of the data is taken against it.</param>
    public static GateVerdicts Judge(Gate gate, Stacks stacks, GateReadings readings, DateTimeOffset now)
    {
        var (target, source) = ByGoal(gate, stacks, readings, now);
        return new GateVerdicts(
            WithArrival(target, readings.Target[^1], now), source is null ? null : WithArrival(source, readings.Source[^1], now));
    }

    private static GateVerdicts ByGoal(Gate gate, Stacks stacks, GateReadings readings, DateTimeOffset now) => gate.Goal switch
    {
        Objective => EachByItself(gate, stacks, readings, now),
        RelativeObjective => RelativeJudge.Judge(gate, stacks, readings, now),
        BurnObjective => BurnJudge.Judge(gate, stacks, readings, now),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate.Goal, "not a goal of this judge"),
    };

    private static GateVerdicts EachByItself(Gate gate, Stacks stacks, GateReadings readings, DateTimeOffset now) => readings.Source.IsEmpty
        ? new GateVerdicts(ObjectiveJudge.Judge(gate, "both stacks", readings.Target, now), null)
        : new GateVerdicts(
            ObjectiveJudge.Judge(gate, stacks.Target.Name, readings.Target, now),
            ObjectiveJudge.Judge(gate, stacks.Source.Name, readings.Source, now));

    private static StackVerdict WithArrival(StackVerdict verdict, Measurement latest, DateTimeOffset now) => latest.Lateness is { } late
        ? verdict.Saying(
            $" (the newest data ended {DurationNotation.Write(Whole(now - latest.To))} ago, and lately came up to "
                + $"{DurationNotation.Write(Whole(late))} late)") with { Lateness = late }
        : verdict;

    private static TimeSpan Whole(TimeSpan span) => TimeSpan.FromSeconds(Math.Max(0, Math.Round(span.TotalSeconds)));
}
