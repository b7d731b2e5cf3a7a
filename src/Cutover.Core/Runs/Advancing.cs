using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>What moves a run forward when nothing is in its way.</summary>
internal static class Advancing
{
    public static Draft Advance(Draft draft) => draft.State switch
    {
        { Phase: RunPhase.Settling, Until: { } until } when until <= draft.Now => Advance(Bake(draft)),
        { Phase: RunPhase.RollbackSettling, Drift: null, Until: { } until } when until <= draft.Now => Rollbacks.Finish(draft),
        { Hold: not null } => draft,
        { Phase: RunPhase.Preflight } => Preflights.Leave(draft),
        { Phase: RunPhase.Baking } when BakeIsOver(draft) =>
            MayLeave(draft) && ShareWait.IsOver(draft) ? Next(draft) : draft.Because($"The bake is over; waiting for {Missing(draft)}."),
        { Phase: RunPhase.AwaitingApproval, Approved: true } => Approved(draft),
        _ => draft,
    };

    /// <summary>Begins a step, or waits for its approval.</summary>
    public static Draft EnterStep(Draft draft, int step)
    {
        var planned = draft.Plan.Steps[step];
        if (planned.Step.ApprovalRequired && !draft.State.Approved)
        {
            return draft.Enter(RunPhase.AwaitingApproval)
                .Because($"{Name(step)} ({planned.Step.Weight}) needs an approval.")
                .Announce(Severity.Warning, $"{Name(step)} ({planned.Step.Weight}) waits for an approval.");
        }

        var wanted = draft.Plan.WeightsOf(step);
        var watched = Guard.WatchFrom(draft, step);
        var entered = watched
            .With(watched.State with
            {
                Step = step, Approved = false, ApprovedBy = null, SettledAt = null, BakeSkipped = false, Preflight = null,
            })
            .Enter(RunPhase.Applying)
            .Because($"{Name(step)}: {Doing(planned)} ({wanted.InWords()}).");
        var begun = Writes.BeginStep(entered, wanted, release: planned.Kind == StepKind.HandBack);
        // A step that changes nothing is in force at once.
        return begun.State.Phase == RunPhase.Settling ? Advance(begun) : begun;
    }

    public static string Name(int step) => FormattableString.Invariant($"Step {step + 1}");

    private static bool BakeIsOver(Draft draft) => draft.State.BakeSkipped || draft.State.Until <= draft.Now;

    private static Draft Bake(Draft draft) => draft
        .With(draft.State with { SettledAt = draft.Now, Settle = TimeSpan.Zero })
        .Enter(RunPhase.Baking, draft.Now + draft.Plan.Steps[draft.State.Step].Step.Bake)
        .Because($"Settled. Baking for {draft.Plan.Steps[draft.State.Step].Step.Bake.TotalSeconds:0.#} s.");

    private static Draft Next(Draft draft)
    {
        var moved = draft.Plan.Steps[draft.State.Step].Kind == StepKind.Move;
        var passed = draft.Because($"{Name(draft.State.Step)} {(moved ? "passed every gate" : "is in force")}.");
        return draft.State.Step + 1 < draft.Plan.Steps.Length
            ? EnterStep(passed, draft.State.Step + 1)
            : passed.Enter(RunPhase.Completed)
                .Because("Completed.")
                .Announce(Severity.Info, $"Completed: {draft.State.Applied.InWords()}.");
    }

    // The gates passed before the approval was asked for; what counts is that they pass now. The share of connections was waited for.
    private static Draft Approved(Draft draft) => MayLeave(draft)
        ? EnterStep(draft, draft.State.Step + 1)
        : draft.Because($"Approved; waiting for {Missing(draft)}.");

    // Weights rise only over gates that passed and answers that matched. A lower TTL, and the last write, which leaves the weights as they
    // are, wait for neither: the step that moved the weights has passed before.
    private static bool MayLeave(Draft draft) =>
        draft.State.Step < 0 ? Preflights.IsOver(draft)
        : draft.Plan.Steps[draft.State.Step].Kind != StepKind.Move
        || (Guard.AllPass(draft) && Observing.Matched(draft));

    private static string Missing(Draft draft) => draft.State.Step < 0 ? PreflightWords.Of(Preflights.Missing(draft)) : string.Join(
        ", ",
        [
            .. Guard.Missing(draft),
            .. Observing.Matched(draft) ? Array.Empty<string>() : ["the name servers' answers"],
            .. ShareWait.IsOver(draft) ? Array.Empty<string>() : [ShareWait.Words(draft)],
        ]);

    private static string Doing(PlannedStep planned) => planned.Kind switch
    {
        StepKind.LowerTtl => "lowering the TTL",
        StepKind.HandBack => "handing the records back",
        _ => $"applying {planned.Step.Weight}",
    };
}
