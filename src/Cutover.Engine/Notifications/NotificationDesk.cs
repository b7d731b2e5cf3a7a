using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Notifications.Messages;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Notifications;

/// <summary>What people see of the channels, and do about dead letters. Every act is a row of the audit.</summary>
public sealed class NotificationDesk(IDbContextFactory<CutoverContext> contexts, NotificationChannels channels, TimeProvider time)
{
    /// <summary>Most dead letters of one page.</summary>
    public const int LongestPage = 200;

    /// <summary>Every channel and how it is.</summary>
    public async Task<ImmutableArray<ChannelView>> ChannelsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var views = ImmutableArray.CreateBuilder<ChannelView>();
        foreach (var channel in channels.All)
        {
            var mine = context.Outbox.AsNoTracking().Where(row => row.Channel == channel.Name);
            var waiting = mine.Where(row => row.State == OutboxState.Waiting);
            var failing = await waiting.Where(row => row.Attempts > 0).OrderByDescending(row => row.NextAt)
                .Select(row => new { row.Failure, row.NextAt }).FirstOrDefaultAsync(cancellation);
            views.Add(new ChannelView(
                channel.Name,
                channel.Kind,
                channel.Where,
                [.. channel.Events.Select(happened => happened.Keyword())],
                await mine.Where(row => row.State == OutboxState.Delivered).MaxAsync(row => row.EndedAt, cancellation),
                await waiting.CountAsync(cancellation),
                await mine.CountAsync(row => row.State == OutboxState.Dead, cancellation),
                failing?.Failure,
                failing?.NextAt));
        }

        return views.ToImmutable();
    }

    /// <summary>Dead letters, the newest first.</summary>
    /// <param name="before">Only those with a smaller number; null for the newest.</param>
    /// <param name="take">How many at most, 1-<see cref="LongestPage"/>.</param>
    public async Task<ImmutableArray<DeadLetterView>> DeadLettersAsync(long? before, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Dead && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(Math.Clamp(take, 1, LongestPage)).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>A dead letter; null where there is none of this number.</summary>
    public async Task<DeadLetterView?> FindDeadAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State == OutboxState.Dead, cancellation) is { } row
            ? View(row)
            : null;
    }

    /// <summary>Sends a dead letter again, with the same id and as many tries as a new one.</summary>
    /// <returns>False where it is no dead letter, or its channel is gone.</returns>
    public async Task<bool> SendAgainAsync(long id, Origin origin, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var letter = await ChangeAsync(id, "notification.send-again", origin, Revive, cancellation);
        channels.Find(letter?.Channel ?? string.Empty)?.Bell.Ring();
        return letter is not null;

        bool Revive(OutboxRecord row)
        {
            if (channels.Find(row.Channel) is null)
            {
                return false;
            }

            (row.State, row.Attempts, row.Since, row.NextAt, row.EndedAt) = (OutboxState.Waiting, 0, now, now, null);
            return true;
        }
    }

    /// <summary>Drops a dead letter.</summary>
    /// <returns>False where it is none.</returns>
    public async Task<bool> DropAsync(long id, Origin origin, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await ChangeAsync(id, "notification.drop", origin, Bury, cancellation) is not null;

        bool Bury(OutboxRecord row)
        {
            (row.State, row.EndedAt) = (OutboxState.Dropped, now);
            return true;
        }
    }

    /// <summary>Puts a test message into a channel's queue.</summary>
    /// <returns>False where there is no such channel.</returns>
    public async Task<bool> TestAsync(string name, Origin origin, CancellationToken cancellation)
    {
        if (channels.Find(name) is not { } channel)
        {
            return false;
        }

        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        context.Outbox.Add(Outbox.Row(channel, RunMessages.Test(name, origin.Who, now), now));
        await context.AuditAsync(new AuditNote(origin, "notification.test") { After = new { Channel = name } }, now, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        channel.Bell.Ring();
        return true;
    }

    private async Task<OutboxRecord?> ChangeAsync(
        long id, string act, Origin origin, Func<OutboxRecord, bool> change, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Outbox.SingleOrDefaultAsync(row => row.Id == id && row.State == OutboxState.Dead, cancellation) is not { } letter
            || !change(letter))
        {
            return null;
        }

        var note = new AuditNote(origin, act)
        {
            Run = letter.RunId, Playbook = letter.Playbook, Before = new { letter.MessageId, letter.Channel, letter.Event, letter.Failure },
        };
        await context.AuditAsync(note, time.GetUtcNow(), cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return letter;
    }

    private static DeadLetterView View(OutboxRecord row)
    {
        var message = RunJson.Read<NotificationMessage>(row.Message);
        return new DeadLetterView(
            row.Id,
            row.MessageId,
            row.Channel,
            row.Event.Keyword(),
            row.RunId,
            row.Playbook,
            message.Title,
            message.Words,
            row.CreatedAt,
            row.EndedAt ?? row.CreatedAt,
            row.Attempts,
            row.Failure ?? string.Empty);
    }
}
