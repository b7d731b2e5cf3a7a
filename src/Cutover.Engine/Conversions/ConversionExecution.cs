using Cutover.Core.Conversions;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Conversions;

/// <summary>
/// Writes a conversion zone by zone and keeps record of it. Once begun it goes through to an outcome, whether the one who asked still
/// waits or not.
/// </summary>
internal sealed class ConversionExecution(
    BatchWriter writer, IDbContextFactory<CutoverContext> contexts, TimeProvider time, ILogger<ConversionExecution> logger)
{
    public async Task<ConversionResult> ApplyAsync(Conversion conversion, Origin origin, string? why)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var row = ConversionRows.Create(conversion, origin.Who, why, time.GetUtcNow());
        context.Conversions.Add(row);
        await SaveAsync(context, ConversionNotes.Apply(conversion, origin, why));
        for (var index = 0; index < conversion.Batches.Length; index++)
        {
            var outcome = await WriteAsync(row, conversion.Batches[index]);
            if (outcome is not BatchWritten written)
            {
                return await GiveUpAsync(context, row, conversion, index, outcome);
            }

            row.Batches[index].ChangeId = written.ChangeId;
            await context.SaveChangesAsync();
        }

        return await EndAsync(context, row, ConversionState.Applied);
    }

    public async Task<ConversionResult> UndoAsync(long id, Conversion reverse, Origin origin, string? why)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var row = await context.Conversions.Include(conversion => conversion.Batches).SingleAsync(conversion => conversion.Id == id);
        (row.State, row.UndoneBy, row.UndoneAt, row.UndoneWhy) = (ConversionState.Undoing, origin.Who, time.GetUtcNow(), why);
        try
        {
            await SaveAsync(context, ConversionNotes.Undo(id, row.Playbook, reverse, origin, why));
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ConversionNotUndoable("someone else is undoing it at this moment");
        }

        foreach (var batch in reverse.Batches)
        {
            var outcome = await WriteAsync(row, batch);
            if (outcome is not BatchWritten written)
            {
                return await FailAsync(context, row, $"{batch.Zone.Name.TrimEnd('.')}: {WhyNot(outcome)}; an undo goes on there", outcome);
            }

            TakeBack(row, batch, written.ChangeId);
            await context.SaveChangesAsync();
        }

        return await EndAsync(context, row, ConversionState.Undone);
    }

    private async Task SaveAsync(CutoverContext context, AuditNote note)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.AuditAsync(note, time.GetUtcNow(), CancellationToken.None);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private Task<BatchOutcome> WriteAsync(ConversionRecord row, ZoneBatch batch)
    {
        var comment = FormattableString.Invariant($"Cutover conversion {row.Id}, {row.Kind} by {row.Who}: {row.Playbook}");
        return writer.WriteAsync(batch, comment, CancellationToken.None);
    }

    private static void TakeBack(ConversionRecord row, ZoneBatch reverse, string changeId)
    {
        var taken = row.Batches.First(batch => batch.ZoneId == reverse.Zone.Id);
        (taken.UndoChangeId, taken.InSyncAt) = (changeId, null);
    }

    // A conversion is whole or not at all: a zone that did not take it takes the zones before it back.
    private async Task<ConversionResult> GiveUpAsync(
        CutoverContext context, ConversionRecord row, Conversion conversion, int failed, BatchOutcome why)
    {
        var words = $"{conversion.Batches[failed].Zone.Name.TrimEnd('.')}: {WhyNot(why)}";
        var settled = why is not BatchUnsettled;
        for (var index = failed - 1; index >= 0; index--)
        {
            var reverse = conversion.Batches[index].Reverse();
            var outcome = await WriteAsync(row, reverse);
            if (outcome is BatchWritten written)
            {
                TakeBack(row, reverse, written.ChangeId);
            }
            else
            {
                settled = false;
                words += $"; {reverse.Zone.Name.TrimEnd('.')} has it and could not be put back: {WhyNot(outcome)}";
            }
        }

        row.State = settled ? ConversionState.NotApplied : ConversionState.Applying;
        return await FailAsync(context, row, words, why);
    }

    private async Task<ConversionResult> FailAsync(CutoverContext context, ConversionRecord row, string words, BatchOutcome outcome)
    {
        row.Failure = words;
        await context.SaveChangesAsync();
        Log.ConversionFailed(logger, row.Id, row.Kind, row.State, words);
        return new ConversionNotWritten(row.Id, words, outcome is BatchRaced);
    }

    private async Task<ConversionResult> EndAsync(CutoverContext context, ConversionRecord row, ConversionState state)
    {
        (row.State, row.Failure) = (state, null);
        await context.SaveChangesAsync();
        Log.ConversionWritten(logger, row.Id, row.Kind, state, row.Playbook, row.UndoneBy ?? row.Who);
        var sync = ConversionRows.LastChanges(row).Any() ? ConversionSync.Pending : ConversionSync.Nothing;
        return new ConversionDone(ConversionView.Of(row, sync, null));
    }

    private static string WhyNot(BatchOutcome outcome) => outcome switch
    {
        BatchRefused { Why: var why } => $"Route 53 did not take the batch ({why}); the zone is as it was",
        BatchRaced { Why: var why } => $"someone else changed the records first ({why}); nothing was overwritten",
        BatchUnsettled { Why: var why } => $"it may have been written or not ({why}); --undo settles it",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
