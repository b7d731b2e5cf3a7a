using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Runs;
using Cutover.Engine.Conversions;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Views;

/// <summary>A conversion on record.</summary>
/// <param name="Failure">What went wrong in the last try, and what stands where since; null when nothing did.</param>
/// <param name="Sync">Of what was written last, the undo included.</param>
/// <param name="SyncFailure">Why Route 53 could not be asked after it; null when it could.</param>
/// <param name="ChangeIds">Route 53's ids of what was written last.</param>
/// <param name="Batches">What was written.</param>
/// <param name="Undo">What an undo writes.</param>
public sealed record ConversionView(
    long Id,
    ConversionKind Kind,
    ConversionState State,
    string Playbook,
    string By,
    DateTimeOffset At,
    string? Why,
    string? UndoneBy,
    DateTimeOffset? UndoneAt,
    string? UndoneWhy,
    string? Failure,
    ConversionSync Sync,
    string? SyncFailure,
    ImmutableArray<string> ChangeIds,
    ImmutableArray<BatchView> Batches,
    ImmutableArray<BatchView> Undo)
{
    internal static ConversionView Of(ConversionRecord row, ConversionSync sync, string? syncFailure)
    {
        var batches = row.Batches.OrderBy(batch => batch.Number).Select(batch => RunJson.Read<ZoneBatch>(batch.Batch)).ToList();
        return new ConversionView(
            row.Id,
            row.Kind,
            row.State,
            row.Playbook,
            row.Who,
            row.At,
            row.Why,
            row.UndoneBy,
            row.UndoneAt,
            row.UndoneWhy,
            row.Failure,
            sync,
            syncFailure,
            [.. ConversionRows.LastChanges(row).Select(change => change.ChangeId)],
            [.. batches.Select(BatchView.Of)],
            [.. Enumerable.Reverse(batches).Select(batch => BatchView.Of(batch.Reverse()))]);
    }
}
