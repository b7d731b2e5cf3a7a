using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>A change of one hosted zone: its calls to Route 53 and what came of them.</summary>
/// <param name="Number">Counts the changes of the run.</param>
/// <param name="Zone">Name and id.</param>
/// <param name="AskedAt">When it was first asked for.</param>
/// <param name="AskedBy">Number of the decision that first asked for it.</param>
/// <param name="Batch">
/// The ChangeResourceRecordSets batch as it is made where the zone holds what the run last wrote there: the DELETE lines are matched exactly.
/// </param>
/// <param name="Writes">How often the write was given to Route 53's client, 20 at most; each may try a few times.</param>
/// <param name="Checks">How often GetChange answered, or could not be asked; among the first 200 outcomes.</param>
/// <param name="ChangeId">Route 53's id; null until it accepted the change.</param>
/// <param name="AcceptedAt">When Route 53 accepted it.</param>
/// <param name="InSyncAt">When GetChange first said INSYNC.</param>
/// <param name="Outcomes">What came back, oldest first, without the answers PENDING; from the first 200.</param>
public sealed record ChangeView(
    int Number,
    string Zone,
    DateTimeOffset AskedAt,
    long AskedBy,
    ImmutableArray<BatchLineView> Batch,
    int Writes,
    int Checks,
    string? ChangeId,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? InSyncAt,
    ImmutableArray<ChangeOutcomeView> Outcomes);
