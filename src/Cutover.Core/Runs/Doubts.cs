using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Runs;

/// <summary>
/// Waiting for the source's next measurement where the target fails a gate and the source's latest one missed it as well, or is on its way
/// there. It either fails too, and going back would not help, or the target goes back. The wait is one measurement, whatever it says.
/// </summary>
internal static class Doubts
{
    // A measurement that is not there by then does not come: half an interval is for clocks and polls that are late.
    private const double Patience = 1.5;

    // A source that has used up half of its room is not well, unless the target is worse by far: then it is the target that is broken.
    private const double Strained = 0.5;
    private const double ByFar = 4;

    /// <summary>The doubt that a judgement leaves behind; null for none.</summary>
    /// <param name="draft">The run.</param>
    /// <param name="known">The doubt before it.</param>
    /// <param name="judged">The judgement.</param>
    public static SourceDoubt? After(Draft draft, SourceDoubt? known, GateJudgedEvent judged)
    {
        if (judged is not { Target.Verdict: Verdict.Failed, Source: { Verdict: not Verdict.Failed } source }
            || !(source.Missed || IsOnItsWay(Gate(draft, judged.Gate), judged.Target, source)))
        {
            return null;
        }

        return known switch
        {
            null => new SourceDoubt(source.DataTo, draft.Now + (Patience * Gate(draft, judged.Gate).Interval)),
            // The same measurement judged again is no news; a new one that misses and fails nothing ends the wait.
            _ => source.DataTo > known.DataTo ? known with { Until = Moments.Earlier(known.Until, draft.Now) } : known,
        };
    }

    /// <summary>True while the wait goes on.</summary>
    public static bool Stand(Draft draft, GateState gate) => gate.Doubt is { } doubt && draft.Now < doubt.Until;

    public static string Words(Draft draft, GateState gate) => FormattableString.Invariant(
        $"{draft.Plan.Playbook.Stacks.Source.Name} {(gate.Source!.Missed ? "missed as well" : "is on its way to the bound as well")}: its next measurement, within ")
        + FormattableString.Invariant($"{(gate.Doubt!.Until - draft.Now).TotalSeconds:0.#} s, says whether going back would help.");

    private static bool IsOnItsWay(Gate gate, StackVerdict target, StackVerdict source) =>
        gate.Goal is Objective objective && source.Value is { } value && objective.Strain(value) is var strain && strain > Strained
        && !(target.Value is { } worse && objective.Strain(worse) >= ByFar * strain);

    private static Gate Gate(Draft draft, string name) => draft.Plan.Playbook.Gates.First(found => found.Name == name);
}
