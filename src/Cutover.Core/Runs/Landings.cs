namespace Cutover.Core.Runs;

/// <summary>Where a run goes on when the step that it began is not in force.</summary>
internal static class Landings
{
    /// <summary>
    /// At the step before: its gates must pass again, on data from now on, before the step is tried once more. Before the first step there
    /// is nothing to judge.
    /// </summary>
    public static Draft AtStepBefore(Draft draft, bool bakeSkipped, DateTimeOffset until)
    {
        var next = Math.Max(draft.State.Step, 0);
        var landed = draft.With(draft.State with
        {
            Step = next - 1,
            Before = draft.State.Applied,
            Approved = draft.State.Step < 0 && bakeSkipped
                ? draft.State.Approved
                : bakeSkipped || !draft.Plan.Steps[next].Step.ApprovalRequired,
            BakeSkipped = bakeSkipped,
        });
        return next == 0
            ? landed
                .With(landed.State with { Answers = null })
                .Enter(draft.State.Preflight is null ? RunPhase.AwaitingApproval : RunPhase.Preflight)
            : Syncs.Settle(landed, until);
    }
}
