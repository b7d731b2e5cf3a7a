using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>Tells the decisions that a person looks for from the heartbeat between them.</summary>
internal static class Notability
{
    public static bool IsNotable(RunState? previous, RunEvent happened, Decision decision) =>
        previous is null
        || happened is OperatorAskedEvent or ChangeFailedEvent or TakenUpEvent
        || previous.Phase != decision.State.Phase
        || previous.Step != decision.State.Step
        || previous.Hold?.Reason != decision.State.Hold?.Reason
        || previous.Drift != decision.State.Drift
        || decision.Commands.Any(command => command is AnnounceCommand or ApplyWeightsCommand)
        || VerdictChanged(previous, happened, decision.State);

    private static bool VerdictChanged(RunState previous, RunEvent happened, RunState state) =>
        happened is GateJudgedEvent judged
        && previous.Gates.TryGetValue(judged.Gate, out var before)
        && state.Gates.TryGetValue(judged.Gate, out var after)
        && (before.Target?.Verdict != after.Target?.Verdict || before.Source?.Verdict != after.Source?.Verdict);
}
