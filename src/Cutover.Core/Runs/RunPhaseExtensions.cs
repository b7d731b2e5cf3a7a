namespace Cutover.Core.Runs;

public static class RunPhaseExtensions
{
    /// <summary>True when the run is over and does nothing any more.</summary>
    public static bool IsFinished(this RunPhase phase) => phase is RunPhase.Completed or RunPhase.RolledBack or RunPhase.Abandoned;

    /// <summary>True while the initial weights are being restored.</summary>
    public static bool IsRollback(this RunPhase phase) =>
        phase is RunPhase.RollbackApplying or RunPhase.RollbackSyncing or RunPhase.RollbackVerifying or RunPhase.RollbackSettling;
}
