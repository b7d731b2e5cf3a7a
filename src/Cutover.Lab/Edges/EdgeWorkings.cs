using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Cutover.Lab.Edges;

/// <summary>What all connections of one edge share.</summary>
internal sealed record EdgeWorkings(EdgeOptions Options, TimeProvider Time, Chance Chance, ILogger Logger)
{
    public EdgeDials Dials { get; } = new();

    public StallGate Gate { get; } = new();

    public EdgeTally Tally { get; } = new();

    public HandshakeLatencies Latencies { get; } = new();

    /// <summary>What stands between a client's bytes and the answer: the stall before and after the added latency.</summary>
    public async Task BeforeAnswerAsync(Socket client, CancellationToken cancellationToken)
    {
        await Gate.PassAsync(client, cancellationToken).ConfigureAwait(false);
        if (Dials.AddedLatency is { Ticks: > 0 } latency)
        {
            await Task.Delay(latency, Time, cancellationToken).ConfigureAwait(false);
            await Gate.PassAsync(client, cancellationToken).ConfigureAwait(false);
        }
    }
}
