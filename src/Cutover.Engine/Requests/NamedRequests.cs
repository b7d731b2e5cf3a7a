using System.Collections.Concurrent;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Requests;

/// <summary>
/// Requests that came with a key. What a decision answers is written with the decision, so that neither a lost connection nor a crash can
/// make one request two acts; what came to no decision is kept as it was answered.
/// </summary>
public sealed class NamedRequests(IDbContextFactory<CutoverContext> contexts)
{
    private readonly ConcurrentDictionary<(string Who, string Key), byte> underWay = new();

    /// <summary>Takes a key for as long as its request is under way; null when it is under way already.</summary>
    public IDisposable? Enter(string who, string key) =>
        underWay.TryAdd((who, key), 0) ? new Turn(underWay, (who, key)) : null;

    /// <summary>The request of this key as it was asked before; null when it never was, or is forgotten.</summary>
    public async Task<RequestRecord?> FindAsync(string who, string key, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Who == who && row.Key == key, cancellation);
    }

    /// <summary>What the decision that answered a request came to: a <see cref="StartOutcome"/> or an <see cref="ActOutcome"/>.</summary>
    /// <exception cref="InvalidOperationException">No decision answered it.</exception>
    public async Task<object> OutcomeAsync(RequestRecord request, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.Decisions.AsNoTracking()
            .SingleAsync(decision => decision.RunId == request.RunId && decision.Sequence == request.Sequence, cancellation);
        return RunJson.Read<RunEvent>(row.Event) switch
        {
            StartedEvent => new RunStarted(row.RunId),
            _ when row.Refused => new ActRefused(row.Reason),
            _ => new ActDone(row.Reason),
        };
    }

    /// <summary>Keeps the answer to a request that came to no decision.</summary>
    public async Task KeepAsync(RequestRecord request, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Requests.Add(request);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Forgets what was asked before a time.</summary>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Requests.Where(row => row.At < before).ExecuteDeleteAsync(cancellation);
    }

    private sealed class Turn(ConcurrentDictionary<(string Who, string Key), byte> underWay, (string Who, string Key) mine) : IDisposable
    {
        public void Dispose() => underWay.TryRemove(mine, out _);
    }
}
