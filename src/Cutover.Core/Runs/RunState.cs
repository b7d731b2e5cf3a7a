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
/// <param name="Pending">The changes under way, at most one for each hosted zone, in the order in which the zones are written.</param>
/// <param name="Before">What was applied when the step, or the rollback, under way began.</param>
/// <param name="Marked">The ids of the hosted zones in which the run's ownership marks stand, as far as it knows.</param>
/// <param name="GoodAt">When the zones were last known to hold what was applied.</param>
/// <param name="Changes">How many changes have been asked for.</param>
/// <param name="Reading">Counts up whenever a reading that was asked for before says nothing any more.</param>
/// <param name="Settle">How long resolvers may hold what was replaced since the last settle ended, from the INSYNC on.</param>
/// <param name="Observations">How many observations of answers have been asked for.</param>
/// <param name="Answers">What the answers say about the weights in force; null where nobody asks.</param>
/// <param name="SettledAt">When the settle of the present step ended; gates pass the step on data newer than this.</param>
/// <param name="Until">End of the settle or of the bake, whichever the phase is.</param>
/// <param name="BakeSkipped">A person ended the bake early.</param>
/// <param name="Approved">The next step has been approved.</param>
/// <param name="ApprovedBy">Who approved it; null where nobody did, or had to.</param>
/// <param name="Hold">Why the run does not advance; null while it may.</param>
/// <param name="Drift">How the zone differs from what was applied; null while it does not.</param>
/// <param name="Foreign">The same as data, for a person's decision.</param>
/// <param name="RollbackReason">Why the run goes back.</param>
/// <param name="MayArrive">
/// By zone, what cut-off changes of this run asked for: it may be written after the rollback that cut them off. Null before there was one.
/// </param>
/// <param name="Preflight">What is known before the first write; null from then on, and for runs that began without one.</param>
/// <param name="Connections">What the stacks' statistics say of their connections; null before they were counted.</param>
/// <param name="StartedBy">The account that started the run; null where nobody proved who they are.</param>
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
    ImmutableArray<PendingChange> Pending,
    ImmutableArray<RecordWeights> Before,
    ImmutableArray<string> Marked,
    DateTimeOffset GoodAt,
    int Changes = 0,
    int Reading = 0,
    TimeSpan Settle = default,
    int Observations = 0,
    Answers? Answers = null,
    DateTimeOffset? SettledAt = null,
    DateTimeOffset? Until = null,
    bool BakeSkipped = false,
    bool Approved = false,
    string? ApprovedBy = null,
    Hold? Hold = null,
    string? Drift = null,
    ForeignChange? Foreign = null,
    string? RollbackReason = null,
    ImmutableArray<ImmutableArray<RecordWeights>>? MayArrive = null,
    Preflight? Preflight = null,
    ConnectionCount? Connections = null,
    string? StartedBy = null,
    DateTimeOffset? WakeAt = null);
