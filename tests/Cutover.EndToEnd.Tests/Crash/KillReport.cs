using Cutover.Core.Runs;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>One kill and what came of it.</summary>
/// <param name="At">What the database held.</param>
/// <param name="TakenUp">From the start of the next process to its first decision; null when nothing was left to decide.</param>
internal sealed record KillReport(int Run, RunPhase At, TimeSpan? TakenUp, RunPhase Ended)
{
    public override string ToString() =>
        FormattableString.Invariant($"run {Run}: killed at {At}, taken up in {TakenUp?.TotalMilliseconds:0} ms, ended {Ended}");
}
