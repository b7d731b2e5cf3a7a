using System.Net.Sockets;

namespace Cutover.Lab.Edges;

/// <summary>The time between accept and answer of one connection.</summary>
internal sealed class Handshake(Socket socket, EdgeWorkings edge)
{
    /// <summary>The request to be answered with 101; null when it was turned down or its client is gone, which is counted here.</summary>
    public async Task<UpgradeRequest?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var request = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (request is null)
        {
            edge.Tally.Malformed();
            await SendAsync(UpgradeResponse.UpgradeRequired(edge.Options.Name), cancellationToken).ConfigureAwait(false);
            return null;
        }

        edge.Tally.Count(request.Kind, static c => c with { Tried = c.Tried + 1 });
        return await JudgeAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<UpgradeRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(edge.Options.RequestTimeout, edge.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await RequestHead.ReadAsync(socket, both.Token).ConfigureAwait(false) is { } head ? UpgradeRequest.Parse(head) : null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<UpgradeRequest?> JudgeAsync(UpgradeRequest request, CancellationToken cancellationToken)
    {
        var started = edge.Time.GetTimestamp();
        if (!await WaitAsync(cancellationToken).ConfigureAwait(false))
        {
            edge.Tally.Count(request.Kind, static c => c with { Abandoned = c.Abandoned + 1 });
            return null;
        }

        if (edge.Chance.Happens(edge.Dials.RefuseHandshakes / 100))
        {
            edge.Tally.Count(request.Kind, static c => c with { Refused = c.Refused + 1 });
            await SendAsync(UpgradeResponse.ServiceUnavailable(edge.Options.Name), cancellationToken).ConfigureAwait(false);
            return null;
        }

        edge.Latencies.Add(edge.Time.GetElapsedTime(started));
        return request;
    }

    /// <summary>False when there is nobody left to answer after the wait.</summary>
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await edge.BeforeAnswerAsync(socket, cancellationToken).ConfigureAwait(false);
            return !(socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);
        }
        catch (Exception e) when (ConnectionEnd.Is(e))
        {
            return false;
        }
    }

    private async Task SendAsync(byte[] response, CancellationToken cancellationToken)
    {
        await socket.SendAsync(response, cancellationToken).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Both);
    }
}
