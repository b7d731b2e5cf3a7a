using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Notifications;

/// <summary>What the senders read and write of the outbox. Each write is one statement: it holds up no decision.</summary>
internal sealed class OutboxStore(IDbContextFactory<CutoverContext> contexts)
{
    /// <summary>What a channel is to be sent next, due or not; null where nothing waits.</summary>
    public async Task<OutboxRecord?> NextAsync(string channel, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Outbox.AsNoTracking().Where(row => row.Channel == channel && row.State == OutboxState.Waiting)
            .OrderBy(row => row.NextAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation);
    }

    public async Task EndAsync(long id, OutboxState state, string? failure, int attempts, DateTimeOffset now)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state)
                .SetProperty(row => row.Failure, failure)
                .SetProperty(row => row.Attempts, attempts)
                .SetProperty(row => row.EndedAt, now),
            CancellationToken.None);
    }

    public async Task RetryAsync(long id, string failure, int attempts, DateTimeOffset next)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Failure, failure)
                .SetProperty(row => row.Attempts, attempts)
                .SetProperty(row => row.NextAt, next),
            CancellationToken.None);
    }

    /// <summary>Makes dead letters of what waits for channels that this host does not have any more.</summary>
    /// <returns>How many.</returns>
    public async Task<int> BuryLostAsync(IEnumerable<string> channels, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = channels.ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Outbox.Where(row => row.State == OutboxState.Waiting && !known.Contains(row.Channel)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OutboxState.Dead)
                .SetProperty(row => row.Failure, "the host has no such channel any more")
                .SetProperty(row => row.EndedAt, now),
            cancellation);
    }

    /// <summary>Forgets what was delivered or dropped before, and links that ended before. Dead letters stay.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Outbox
            .Where(row => (row.State == OutboxState.Delivered || row.State == OutboxState.Dropped) && row.EndedAt < before)
            .ExecuteDeleteAsync(cancellation);
        await context.ApprovalLinks.Where(link => link.ExpiresAt < before).ExecuteDeleteAsync(cancellation);
    }
}
