using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>A run in one line of a list.</summary>
/// <param name="Step">The step, counted from 1; 0 before the first.</param>
/// <param name="AskedShare">The target's share of answers by the weights that Route 53 last accepted, 0 to 1.</param>
/// <param name="Doing">What the run is doing now, in words.</param>
/// <param name="Next">What happens next, and what for, in words; empty once the run is over.</param>
/// <param name="Until">End of the settle or of the bake, whichever the phase is; null in any other phase.</param>
public sealed record RunSummaryView(
    long Id,
    string Playbook,
    string SourceName,
    string TargetName,
    RunPhase Phase,
    bool IsOpen,
    int Step,
    int Steps,
    double AskedShare,
    string Doing,
    string Next,
    HoldView? Hold,
    string StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset PhaseSince,
    DateTimeOffset? WakeAt,
    long Sequence,
    DateTimeOffset? Until = null)
{
    /// <summary>The target's share of new connections, as the stacks tell; null where nobody knows.</summary>
    public double? NewShare { get; init; }

    /// <summary>The target's share of open connections, as the stacks tell; null where nobody knows.</summary>
    public double? OpenShare { get; init; }

    /// <summary>The gate that stands worst; null for a playbook without gates.</summary>
    public GateStandingView? WorstGate { get; init; }
}
