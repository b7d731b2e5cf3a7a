using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Crash;

/// <summary>What came of a crash.</summary>
/// <param name="Died">False when the run was over before that commit.</param>
/// <param name="At">The phase that the database held; null when there was no run yet.</param>
/// <param name="TakenUp">From the start of the next engine to its first decision; null when nothing was left to decide.</param>
internal sealed record CrashReport(CrashCase Case, bool Died, RunPhase? At, RunPhase Ended, TimeSpan? TakenUp)
{
    public override string ToString() => FormattableString.Invariant(
        $"commit {Case.Commit} {(Case.Before ? "before" : "after")} {(Case.Refuses ? "refusing" : "healthy")}: {(Died ? $"died at {At?.ToString() ?? "nothing"}" : "not reached")}, {Ended}, taken up in {TakenUp?.TotalMilliseconds:0} ms");
}
