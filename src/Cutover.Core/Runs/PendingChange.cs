using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>A change of one hosted zone that a run is waiting for: one atomic batch.</summary>
/// <param name="Number">Counts the changes of the run; outcomes carry it, so that a late one is recognised.</param>
/// <param name="ZoneId">The zone.</param>
/// <param name="Wanted">What is asked for, of every pair of the zone.</param>
/// <param name="Known">Everything that the zone may hold at this moment by this run's own doing; the likeliest last.</param>
/// <param name="Overwrite">A person asked to replace whatever the zone holds.</param>
/// <param name="Release">The batch deletes the run's ownership marks; else it makes sure of them.</param>
/// <param name="Marked">The run's ownership marks stood in the zone when it last wrote there.</param>
/// <param name="Restores">
/// It gives back what was applied before a step that not every zone took, or before someone else's change: it is retried until it is done.
/// </param>
/// <param name="Shown">Someone else's content that a person has seen and asked to replace; anything else is a conflict.</param>
/// <param name="Asked">False while it waits for the zone before it.</param>
/// <param name="InDoubt">An attempt failed in a way that leaves open whether Route 53 made the change.</param>
/// <param name="ChangeId">Route 53's id, once accepted.</param>
/// <param name="AcceptedAt">When Route 53 accepted it.</param>
/// <param name="Attempts">Failed attempts so far.</param>
/// <param name="RetryAt">When it is tried again; null while an attempt is under way.</param>
/// <param name="CheckAt">When its status is asked for next.</param>
/// <param name="PendingAt">When GetChange last answered PENDING; null when it has not answered yet.</param>
public sealed record PendingChange(
    int Number,
    string ZoneId,
    ImmutableArray<RecordWeights> Wanted,
    ImmutableArray<ImmutableArray<RecordWeights>> Known,
    bool Overwrite = false,
    bool Release = false,
    bool Marked = false,
    bool Restores = false,
    PairReading? Shown = null,
    bool Asked = false,
    bool InDoubt = false,
    string? ChangeId = null,
    DateTimeOffset? AcceptedAt = null,
    int Attempts = 0,
    DateTimeOffset? RetryAt = null,
    DateTimeOffset? CheckAt = null,
    DateTimeOffset? PendingAt = null)
{
    /// <summary>Route 53 may have made it unnoticed, or may make it yet; false once it said that it did not.</summary>
    [JsonIgnore]
    public bool MayBeMade => Asked && ChangeId is null && (InDoubt || RetryAt is null);
}
