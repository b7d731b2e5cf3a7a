using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Makes views of runs from their plan and state.</summary>
internal static class RunViews
{
    public static RunSummaryView Summary(long id, Plan plan, RunState state, string startedBy, DateTimeOffset? endedAt, long sequence) =>
        new(
            id,
            plan.Playbook.Name,
            plan.Playbook.Stacks.Source.Name,
            plan.Playbook.Stacks.Target.Name,
            state.Phase,
            !state.Phase.IsFinished(),
            state.Step + 1,
            plan.Steps.Length,
            state.Applied.TargetShare(),
            Doing(plan, state),
            Next(plan, state),
            state.Hold is { } hold ? new HoldView(hold.Reason, hold.Words, hold.Since) : null,
            startedBy,
            state.StartedAt,
            endedAt,
            state.PhaseSince,
            state.WakeAt,
            sequence,
            state.Until);

    public static RunView Run(RunSummaryView summary, Plan plan, RunState state, DateTimeOffset now) => new(
        summary,
        ViewParts.Zone(plan),
        plan.Ttl.TotalSeconds,
        plan.TimeToSafe.TotalSeconds,
        ViewParts.Records(plan, state),
        ViewParts.Steps(plan, state),
        ViewParts.Gates(plan, state),
        ActViews.Of(plan, state, now),
        state.Drift,
        state.RollbackReason);

    private static string Doing(Plan plan, RunState state)
    {
        var (source, target) = (plan.Playbook.Stacks.Source.Name, plan.Playbook.Stacks.Target.Name);
        var share = state.Step < 0 ? "0 %" : plan.Steps[state.Step].Step.Weight.ToString();
        return state.Phase switch
        {
            RunPhase.Applying => $"Asking Route 53 for {share} on {target}",
            RunPhase.Syncing => $"Waiting for {share} on {target} to be INSYNC",
            RunPhase.Settling => $"{share} on {target} is INSYNC; letting caches expire",
            RunPhase.Baking => $"Holding {share} on {target} under the gates",
            RunPhase.AwaitingApproval => $"Holding {share} on {target}; the next step waits for an approval",
            RunPhase.PuttingBack => $"Putting back what the zones held before {share} on {target}: not every zone took it",
            RunPhase.RollbackApplying => $"Rolling back: asking Route 53 for the weights of {source}",
            RunPhase.RollbackSyncing => $"Rolling back: waiting for {source}'s weights to be INSYNC",
            RunPhase.RollbackVerifying => "Rolling back: verifying what the zone holds",
            RunPhase.RollbackSettling => $"Rolled back to {source}; letting caches expire",
            RunPhase.Completed => $"Completed: {share} on {target}",
            RunPhase.RolledBack => $"Rolled back to {source}",
            _ => $"Abandoned at {share} on {target}: nobody guards the weights",
        };
    }

    private static string Next(Plan plan, RunState state) => state switch
    {
        { Phase: var phase } when phase.IsFinished() => string.Empty,
        { Hold: { } hold, Phase: var phase } when !phase.IsRollback() => $"Held until a person acts: {hold.Words}",
        { Phase: RunPhase.Settling } => $"Bake from {Clock(state.Until)}",
        { Phase: RunPhase.Baking } =>
            $"{After(plan, state)} once the bake ends at {Clock(state.Until)} and every gate has passed on data of this step",
        { Phase: RunPhase.AwaitingApproval, Approved: true } => "The next step, once every gate passes",
        { Phase: RunPhase.AwaitingApproval } => $"{After(plan, state)} once a person approves",
        { Phase: RunPhase.RollbackSettling } => $"Rolled back at {Clock(state.Until)}",
        { Pending: [{ RetryAt: { } retry, Attempts: var attempts }, ..] } =>
            string.Create(CultureInfo.InvariantCulture, $"Attempt {attempts + 1} at {Clock(retry)}"),
        { Pending: [{ CheckAt: { } check }, ..] } => $"Asking Route 53 for the change's status at {Clock(check)}",
        _ => "An answer of Route 53",
    };

    private static string After(Plan plan, RunState state) =>
        state.Step + 1 < plan.Steps.Length
            ? $"{plan.Steps[state.Step + 1].Step.Weight} on {plan.Playbook.Stacks.Target.Name}"
            : "Completed";

    private static string Clock(DateTimeOffset? at) =>
        at is { } time ? time.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "once it is known";
}
