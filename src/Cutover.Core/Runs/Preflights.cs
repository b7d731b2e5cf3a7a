using System.Collections.Immutable;
using Cutover.Core.Gates;

namespace Cutover.Core.Runs;

/// <summary>
/// Before the first write: nothing has moved, so there is nothing to roll back. What is wrong holds the run, and so does what is not proven
/// in time; a person mends it and resumes, skips the preflight, or abandons the run.
/// </summary>
internal static class Preflights
{
    public static Draft Begin(Draft draft) => Advancing.Advance(draft
        .With(draft.State with { Preflight = new Preflight(draft.Now, []) })
        .Enter(RunPhase.Preflight));

    public static Draft Compared(Draft draft, DialsComparedEvent compared)
    {
        if (draft.State.Preflight is not { } known)
        {
            return draft.Because("A late comparison of the stacks' answers, which nothing waits for any more.");
        }

        var (comparison, stacks) = (compared.Comparison, draft.Plan.Playbook.Stacks);
        ImmutableArray<DialComparison> all =
            [.. known.Compared.Where(other => other.Cohort != comparison.Cohort), comparison];
        return draft
            .With(draft.State with { Preflight = known with { Compared = all } })
            .Because($"{comparison.Difference(stacks) ?? comparison.Untold(stacks) ?? "Both stacks answer the same probe the same way"}.");
    }

    /// <summary>Holds where something is wrong or is not proven in time. A target that fails holds whoever skipped what.</summary>
    public static Draft Watch(Draft draft)
    {
        var findings = Findings(draft);
        var failed = findings.Where(finding => finding.Standing == PreflightStanding.Failed && Counts(draft, finding)).ToList();
        if (failed.Count > 0)
        {
            return Hold(draft, PreflightWords.Of(failed));
        }

        var waiting = findings.Where(finding => finding.Standing == PreflightStanding.Waiting).ToList();
        return waiting.Count > 0 && Deadline(draft) <= draft.Now
            ? Hold(draft, FormattableString.Invariant(
                $"not passed within {draft.Plan.Playbook.NoData.HoldAfter.TotalSeconds:0} s: {PreflightWords.Of(waiting)}"))
            : draft;
    }

    /// <summary>When what is not proven yet holds the run; null while nothing waits for that.</summary>
    public static DateTimeOffset? Deadline(Draft draft) =>
        draft.State is { Phase: RunPhase.Preflight, Preflight: { Skipped: false } preflight }
            ? preflight.Since + draft.Plan.Playbook.NoData.HoldAfter
            : null;

    /// <summary>True when the first step may begin; also where the run has passed it before, or never had one.</summary>
    public static bool IsOver(Draft draft) => draft.State.Preflight is not { Skipped: false } || Missing(draft).IsEmpty;

    /// <summary>What it waits for.</summary>
    public static ImmutableArray<PreflightFinding> Missing(Draft draft) =>
        [.. Findings(draft).Where(finding => finding.Standing != PreflightStanding.Passed)];

    /// <summary>The first step, once everything is proven.</summary>
    public static Draft Leave(Draft draft) => !IsOver(draft)
        ? draft.Because($"Nothing is moved yet; waiting for {PreflightWords.Of(Missing(draft))}.")
        : Advancing.EnterStep(
            draft.State.Preflight is { Skipped: true } || Findings(draft).IsEmpty
                ? draft
                : draft.Because($"Preflight passed: {PreflightWords.Of(Findings(draft))}."),
            0);

    /// <summary>A person resumed: what is not proven yet has its time again.</summary>
    public static Draft Resumed(Draft draft) => draft.State.Preflight is { } preflight
        ? draft.With(draft.State with { Preflight = preflight with { Since = draft.Now } })
        : draft;

    /// <summary>Time in which no host ran counts for nothing.</summary>
    public static Preflight? After(Preflight? preflight, TimeSpan away) =>
        preflight is null ? null : preflight with { Since = preflight.Since + away };

    public static Draft Skip(Draft draft, OperatorAskedEvent asked)
    {
        var preflight = draft.State.Preflight!;
        var failing = Findings(draft).FirstOrDefault(finding => finding is { Standing: PreflightStanding.Failed, OfTarget: true });
        if (string.IsNullOrWhiteSpace(asked.Why) || preflight.Skipped || failing is not null)
        {
            return draft.Refuse(
                preflight.Skipped ? "The preflight is skipped already."
                : failing is not null ? $"{failing.Words}. The guard would take the run back at once: no skip gets past that."
                : "Say why the preflight is skipped.");
        }

        var hold = draft.State.Hold is { Reason: HoldReason.Preflight } ? null : draft.State.Hold;
        var missing = Missing(draft);
        var skipped = draft
            .With(draft.State with { Preflight = preflight with { Skipped = true }, Hold = hold })
            .Because($"{OperatorActs.By("Preflight skipped", asked)}; "
                + $"{(missing.IsEmpty ? "everything had passed" : $"not passed: {PreflightWords.Of(missing)}")}.");
        // Someone else's change that was seen meanwhile is not skipped with it.
        return Drifts.StillHeld(skipped);
    }

    private static Draft Hold(Draft draft, string words) => draft.HoldFor(HoldReason.Preflight, $"{words}; nothing was moved");

    private static bool Counts(Draft draft, PreflightFinding finding) => finding.OfTarget || draft.State.Preflight is not { Skipped: true };

    private static ImmutableArray<PreflightFinding> Findings(Draft draft) => PreflightChecks.Of(draft.Plan, draft.State, draft.Now);
}
