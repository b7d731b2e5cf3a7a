using System.Globalization;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>What a run is doing and what comes next, in words.</summary>
internal static class RunWords
{
    public static string Doing(Plan plan, RunState state)
    {
        var source = plan.Playbook.Stacks.Source.Name;
        var goal = Goal(plan, state.Step);
        return state.Phase switch
        {
            RunPhase.Preflight => "Preflight: nothing is written until every gate has passed on both stacks",
            RunPhase.Applying => $"Asking Route 53 for {goal}",
            RunPhase.Syncing => $"Waiting for {goal} to be INSYNC",
            RunPhase.Settling => $"{Capital(goal)} is INSYNC; letting caches expire",
            RunPhase.Baking => $"Holding {goal} under the gates",
            RunPhase.AwaitingApproval => $"Holding {goal}; the next step waits for an approval",
            RunPhase.PuttingBack => $"Putting back what the zones held before {goal}: not every zone took it",
            RunPhase.RollbackApplying => $"Rolling back: asking Route 53 for the weights of {source}",
            RunPhase.RollbackSyncing => $"Rolling back: waiting for {source}'s weights to be INSYNC",
            RunPhase.RollbackVerifying => "Rolling back: verifying what the zone holds",
            RunPhase.RollbackSettling => $"Rolled back to {source}; letting caches expire",
            RunPhase.Completed => $"Completed: {Share(plan, state.Step)}",
            RunPhase.RolledBack => $"Rolled back to {source}",
            _ => $"Abandoned at {Share(plan, state.Step)}: nobody guards the weights",
        };
    }

    public static string Next(Plan plan, RunState state) => state switch
    {
        { Phase: var phase } when phase.IsFinished() => string.Empty,
        { Hold: { } hold, Phase: var phase } when !phase.IsRollback() => $"Held until a person acts: {hold.Words}",
        { Phase: RunPhase.Preflight } => $"{After(plan, state)} once nothing is missing: {Missing(plan, state)}",
        { Phase: RunPhase.Settling } => $"Bake from {ViewParts.Clock(state.Until)}",
        { Phase: RunPhase.Baking } =>
            $"{After(plan, state)} once the bake ends at {ViewParts.Clock(state.Until)}{Followed(plan, state)} "
                + "and every gate has passed on data of this step",
        { Phase: RunPhase.AwaitingApproval, Approved: true } => "The next step, once every gate passes",
        { Phase: RunPhase.AwaitingApproval } => $"{After(plan, state)} once a person approves",
        { Phase: RunPhase.RollbackSettling } => $"Rolled back at {ViewParts.Clock(state.Until)}",
        { Pending: [{ RetryAt: { } retry, Attempts: var attempts }, ..] } =>
            string.Create(CultureInfo.InvariantCulture, $"Attempt {attempts + 1} at {ViewParts.Clock(retry)}"),
        { Pending: [{ CheckAt: { } check }, ..] } => $"Asking Route 53 for the change's status at {ViewParts.Clock(check)}",
        _ => "An answer of Route 53",
    };

    private static string Missing(Plan plan, RunState state) => PreflightWords.Of(PreflightChecks.Of(plan, state, state.DecidedAt)
        .Where(finding => finding.Standing != PreflightStanding.Passed)
        .DefaultIfEmpty(new PreflightFinding(PreflightStanding.Waiting, "a moment")));

    private static string After(Plan plan, RunState state) =>
        state.Step + 1 < plan.Steps.Length ? Capital(Goal(plan, state.Step + 1)) : "Completed";

    private static string Followed(Plan plan, RunState state) =>
        !state.BakeSkipped && plan.Steps[state.Step].Step.Until is { } until ? $", {until}" : string.Empty;

    private static string Goal(Plan plan, int step) => (step < 0 ? null : plan.Steps[step]) switch
    {
        { Kind: StepKind.LowerTtl } => "the lower TTL",
        { Kind: StepKind.HandBack } => "the hand-back",
        { Wave: { } wave } => $"{Share(plan, step)} in the wave {wave}",
        _ => Share(plan, step),
    };

    private static string Share(Plan plan, int step) =>
        $"{(step < 0 ? "0 %" : plan.Steps[step].Step.Weight.ToString())} on {plan.Playbook.Stacks.Target.Name}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
