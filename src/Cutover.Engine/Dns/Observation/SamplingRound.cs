using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Dns.Observation;

/// <summary>
/// Sends the queries of one sample. Failed ones are made up for by others, since a sample of the planned size is what the error rates are
/// computed for, but only so many, and a server that answers nothing is left alone.
/// </summary>
internal sealed class SamplingRound(
    RecordKey record, ImmutableArray<SampledServer> servers, ObservationOptions options, TimeProvider time, Random random, ILogger logger)
{
    private readonly DialRhythm _rhythm = new(options.QueriesPerSecond, options.Jitter, time, random);
    private readonly HashSet<SampledServer> _silent = [];
    private int _turn;

    public async Task AskAsync(int samples, CancellationToken cancellation)
    {
        using var room = new SemaphoreSlim(options.MaxConcurrentQueries);
        var left = samples + (int)(samples * options.ExtraQueries);
        while (Math.Min(left, samples - servers.Sum(server => server.Answered)) is > 0 and var wanted)
        {
            var sent = await SendAsync(wanted, room, cancellation).ConfigureAwait(false);
            if (sent == 0)
            {
                return;
            }

            left -= sent;
        }
    }

    /// <summary>How many were sent; all are answered or failed by then. Fewer than wanted when no server is left to ask.</summary>
    private async Task<int> SendAsync(int wanted, SemaphoreSlim room, CancellationToken cancellation)
    {
        var queries = new List<Task>(wanted);
        try
        {
            while (queries.Count < wanted && NextServer() is ({ } server, { } asker))
            {
                await Task.Delay(_rhythm.UntilNext(), time, cancellation).ConfigureAwait(false);
                await room.WaitAsync(cancellation).ConfigureAwait(false);
                queries.Add(AskAsync(server, asker, room, cancellation));
            }
        }
        finally
        {
            await Task.WhenAll(queries).ConfigureAwait(false);
        }

        return queries.Count;
    }

    private async Task AskAsync(SampledServer server, DnsAsker asker, SemaphoreSlim room, CancellationToken cancellation)
    {
        try
        {
            server.Add(await asker.AskAsync(record.Name, record.Type, cancellation).ConfigureAwait(false));
        }
        finally
        {
            room.Release();
        }
    }

    private (SampledServer? Server, DnsAsker? Asker) NextServer()
    {
        for (var tried = 0; tried < servers.Length; tried++)
        {
            var server = servers[_turn++ % servers.Length];
            if (server.Asker is { } asker && !IsSilent(server))
            {
                return (server, asker);
            }
        }

        return default;
    }

    // Once silent it stays so: what it may say later would not be said in turn with the others.
    private bool IsSilent(SampledServer server)
    {
        if (server.FailedInARow >= options.SilentAfter && _silent.Add(server))
        {
            Log.NameServerSilent(logger, server.Given, record.ToString(), server.Failure ?? "");
        }

        return _silent.Contains(server);
    }
}
