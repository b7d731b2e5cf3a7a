using Cutover.Core.Gates;

namespace Cutover.Core.Runs;

/// <summary>
/// Waiting for the source's next measurement where the target fails a gate and the source's latest one missed it as well. It either fails
/// too, and going back would not help, or the target goes back. The wait is one measurement, whatever it says.
/// </summary>
internal static class Doubts
{
    // A measurement that is not there by then does not come: half an interval is for clocks and polls that are late.
    private const double Patience = 1.5;

    /// <summary>The doubt that a judgement leaves behind; null for none.</summary>
    /// <param name="draft">The run.</param>
    /// <param name="known">The doubt before it.</param>
    /// <param name="judged">The judgement.</param>
    public static SourceDoubt? After(Draft draft, SourceDoubt? known, GateJudgedEvent judged)
    {
        if (judged is not { Target.Verdict: Verdict.Failed, Source: { Verdict: not Verdict.Failed, Missed: true } source })
        {
            return null;
        }

        return known switch
        {
            null => new SourceDoubt(source.DataTo, draft.Now + (Patience * Interval(draft, judged.Gate))),
            // The same measurement judged again is no news; a new one that misses and fails nothing ends the wait.
            _ => source.DataTo > known.DataTo ? known with { Until = Moments.Earlier(known.Until, draft.Now) } : known,
        };
    }

    /// <summary>True while the wait goes on.</summary>
    public static bool Stand(Draft draft, GateState gate) => gate.Doubt is { } doubt && draft.Now < doubt.Until;

    public static string Words(Draft draft, GateState gate) => FormattableString.Invariant(
        $"{draft.Plan.Playbook.Stacks.Source.Name} missed as well: its next measurement, within ")
        + FormattableString.Invariant($"{(gate.Doubt!.Until - draft.Now).TotalSeconds:0.#} s, says whether going back would help.");

    private static TimeSpan Interval(Draft draft, string gate) => draft.Plan.Playbook.Gates.First(found => found.Name == gate).Interval;
}
