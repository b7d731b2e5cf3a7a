using System.Net.Sockets;
using System.Net.WebSockets;

namespace Cutover.Lab.Edges;

/// <summary>Sends every message back as it came, fragment by fragment. Pings are answered by the WebSocket while it is read.</summary>
internal sealed class Echo(WebSocket webSocket, Socket client, EdgeWorkings edge, ClientKind kind)
{
    private const int BufferSize = 512;

    /// <summary>Returns when the client's close frame is there, and throws when the connection breaks before.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var first = true;
        while (true)
        {
            var part = await webSocket.ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (first)
            {
                await edge.BeforeAnswerAsync(client, cancellationToken).ConfigureAwait(false);
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
}
