using System.Net.Sockets;
using System.Net.WebSockets;

namespace Cutover.Lab.Edges;

#pragma warning disable CA1001 // A token source without timer or wait handle holds nothing, and a cut may come after the end.

/// <summary>One connection from accept to end.</summary>
internal sealed class EdgeConnection(Socket socket, EdgeWorkings edge)
{
    private readonly TaskCompletionSource<WebSocket?> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ending = new();
    private volatile bool _cut;
    private volatile bool _leaving;

    /// <summary>Through the handshake, and not over yet.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Serves the connection to its end; a connection that breaks is no exception.</summary>
    public async Task RunAsync()
    {
        try
        {
            if (await new Handshake(socket, edge).ReceiveAsync(_ending.Token).ConfigureAwait(false) is { } request)
            {
                await HoldAsync(request).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (ConnectionEnd.Is(e))
        {
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Ends the connection without a close frame: by RST, or by FIN alone.</summary>
    public void Cut(bool reset)
    {
        _cut = true;
        try
        {
            if (reset)
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            else
            {
                socket.Shutdown(SocketShutdown.Both);
            }
        }
        catch (Exception e) when (ConnectionEnd.Is(e))
        {
            // It ended by itself in this very moment.
        }

        socket.Dispose();
        _ending.Cancel(); // It may be waiting in a stall or in the added latency, where a closed socket does not wake it.
    }

    /// <summary>Sends the close frame 1001; the client's answer ends <see cref="RunAsync"/>.</summary>
    public async Task GoAwayAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            Cut(reset: true);
            return;
        }

        try
        {
            if (await _opened.Task.WaitAsync(cancellationToken).ConfigureAwait(false) is { } webSocket)
            {
                _leaving = true;
                await CloseAsync(webSocket, WebSocketCloseStatus.EndpointUnavailable, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Still busy with its 101 when time was up: it is about to be cut.
        }
    }

    /// <summary>A close frame that no longer gets through changes nothing: the connection is over either way.</summary>
    private static async Task CloseAsync(WebSocket webSocket, WebSocketCloseStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await webSocket.CloseOutputAsync(status, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (ConnectionEnd.Is(e))
        {
        }
    }

    private async Task HoldAsync(UpgradeRequest request)
    {
        // Counted before the 101 is written: a client that has its answer is in the counters already.
        edge.Tally.Count(request.Kind, static c => c with { Accepted = c.Accepted + 1, Open = c.Open + 1 });
        IsOpen = true;
        var orderly = false;
        try
        {
            await TalkAsync(request, _ending.Token).ConfigureAwait(false);
            orderly = true;
        }
        finally
        {
            IsOpen = false;
            _opened.TrySetResult(null);
            edge.Tally.Count(request.Kind, End(orderly));
        }
    }

    private async Task TalkAsync(UpgradeRequest request, CancellationToken cancellationToken)
    {
        await socket.SendAsync(UpgradeResponse.SwitchingProtocols(edge.Options.Name, request.Key), cancellationToken).ConfigureAwait(false);
        using var webSocket = WebSocket.CreateFromStream(new StallableStream(socket, edge, cancellationToken), ServerSide);
        _opened.SetResult(webSocket);
        await new Echo(webSocket, socket, edge, request.Kind).RunAsync(cancellationToken).ConfigureAwait(false);
        if (!_leaving)
        {
            // The WebSocket's own state would say "not closed by us" until the send of our 1001 has returned, hence the flag.
            var status = webSocket.CloseStatus is { } sent and not WebSocketCloseStatus.Empty ? sent : WebSocketCloseStatus.NormalClosure;
            await CloseAsync(webSocket, status, cancellationToken).ConfigureAwait(false);
        }
    }

    private Func<EdgeCounts, EdgeCounts> End(bool orderly) => (_cut, orderly) switch
    {
        (_, true) => static c => c with { Open = c.Open - 1, Closed = c.Closed + 1 },
        (true, _) => static c => c with { Open = c.Open - 1, Dropped = c.Dropped + 1 },
        _ => static c => c with { Open = c.Open - 1, Lost = c.Lost + 1 },
    };

    /// <summary>No keep-alive pings: the clock behind them would not be the edge's.</summary>
    private static WebSocketCreationOptions ServerSide => new() { IsServer = true, KeepAliveInterval = TimeSpan.Zero };
}
