using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>The change of weights that a run is waiting for.</summary>
/// <param name="Number">Counts the changes of the run; outcomes carry it, so that a late one is recognised.</param>
/// <param name="Wanted">The weights asked for.</param>
/// <param name="Known">Every set of weights that the zone may hold at this moment by this run's own doing.</param>
/// <param name="Overwrite">A person asked to replace whatever the zone holds.</param>
/// <param name="ChangeId">Route 53's id, once accepted.</param>
/// <param name="AcceptedAt">When Route 53 accepted it.</param>
/// <param name="Attempts">Failed attempts so far.</param>
/// <param name="RetryAt">When it is tried again; null while an attempt is under way.</param>
/// <param name="CheckAt">When its status is asked for next.</param>
/// <param name="PendingAt">When GetChange last answered PENDING; null when it has not answered yet.</param>
public sealed record PendingChange(
    int Number,
    ImmutableArray<RecordWeights> Wanted,
    ImmutableArray<ImmutableArray<RecordWeights>> Known,
    bool Overwrite,
    string? ChangeId = null,
    DateTimeOffset? AcceptedAt = null,
    int Attempts = 0,
    DateTimeOffset? RetryAt = null,
    DateTimeOffset? CheckAt = null,
    DateTimeOffset? PendingAt = null);
