using Cutover.Core.Runs;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>How far a run has come. Phases are ordered as a run goes through them.</summary>
/// <param name="Step">Counted from 1.</param>
internal readonly record struct Moment(int Step, RunPhase Phase) : IComparable<Moment>
{
    public int CompareTo(Moment other) => (Step, Phase).CompareTo((other.Step, other.Phase));
}
