using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>Everything a run knows. It changes only through <see cref="RunMachine.Decide"/>.</summary>
/// <param name="Phase">What the run is doing.</param>
/// <param name="PhaseSince">Since when.</param>
/// <param name="Step">Index of the step whose weights are asked for or in force; -1 before the first.</param>
/// <param name="Applied">The weights that Route 53 last accepted from this run, or the initial ones.</param>
/// <param name="Gates">By gate name.</param>
/// <param name="StartedAt">When the run began.</param>
/// <param name="DecidedAt">When the latest decision was made.</param>
/// <param name="ZoneReadAt">When the zone is read next.</param>
/// <param name="Changes">How many changes have been asked for.</param>
/// <param name="Change">The change under way.</param>
/// <param name="SettledAt">When the settle of the present step ended; gates pass the step on data newer than this.</param>
/// <param name="Until">End of the settle or of the bake, whichever the phase is.</param>
/// <param name="BakeSkipped">A person ended the bake early.</param>
/// <param name="Approved">The next step has been approved.</param>
/// <param name="Hold">Why the run does not advance; null while it may.</param>
/// <param name="Drift">How the zone differs from what was applied; null while it does not.</param>
/// <param name="RollbackReason">Why the run goes back.</param>
/// <param name="WakeAt">When the run looks again by itself; null when it is over.</param>
public sealed record RunState(
    RunPhase Phase,
    DateTimeOffset PhaseSince,
    int Step,
    ImmutableArray<RecordWeights> Applied,
    ImmutableSortedDictionary<string, GateState> Gates,
    DateTimeOffset StartedAt,
    DateTimeOffset DecidedAt,
    DateTimeOffset ZoneReadAt,
    int Changes = 0,
    PendingChange? Change = null,
    DateTimeOffset? SettledAt = null,
    DateTimeOffset? Until = null,
    bool BakeSkipped = false,
    bool Approved = false,
    Hold? Hold = null,
    string? Drift = null,
    string? RollbackReason = null,
    DateTimeOffset? WakeAt = null);
