using System.Net.WebSockets;

namespace Cutover.Lab.Edges;

/// <summary>Sends every message back as it came, fragment by fragment. Pings are answered by the WebSocket while it is read.</summary>
internal sealed class Echo(WebSocket webSocket, EdgeWorkings edge, ClientKind kind)
{
    private const int BufferSize = 512;

    /// <summary>True when the connection ended with close frames.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var first = true;
        while (true)
        {
            var part = await webSocket.ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return await AnswerCloseAsync(cancellationToken).ConfigureAwait(false);
            }

            if (first)
            {
                await edge.BeforeAnswerAsync(cancellationToken).ConfigureAwait(false);
            }

            await SendBackAsync(buffer.AsMemory(0, part.Count), part, cancellationToken).ConfigureAwait(false);
            first = part.EndOfMessage;
        }
    }

    private async Task SendBackAsync(ReadOnlyMemory<byte> bytes, ValueWebSocketReceiveResult part, CancellationToken cancellationToken)
    {
        if (part.EndOfMessage)
        {
            edge.Tally.Count(kind, static c => c with { Echoed = c.Echoed + 1 });
        }

        await webSocket.SendAsync(bytes, part.MessageType, part.EndOfMessage, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> AnswerCloseAsync(CancellationToken cancellationToken)
    {
        if (webSocket.State == WebSocketState.CloseReceived)
        {
            var status = webSocket.CloseStatus is { } sent and not WebSocketCloseStatus.Empty ? sent : WebSocketCloseStatus.NormalClosure;
            await webSocket.CloseOutputAsync(status, null, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
