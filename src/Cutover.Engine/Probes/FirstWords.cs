using System.Text;

namespace Cutover.Engine.Probes;

/// <summary>The first message over an upgraded connection, and the reply that must come before the dial counts as good.</summary>
internal sealed class FirstWords(DialedConnection connection, ProbeOptions options) : IFrameSink
{
    private const int Shown = 2048;
    private string? _fault;

    /// <summary>Null once all is said and heard, or what the peer did instead.</summary>
    /// <exception cref="IOException">The connection broke, or was disposed meanwhile.</exception>
    public async Task<string?> ExchangeAsync()
    {
        if (options.FirstMessage is { } message)
        {
            Send(FrameKind.Text, Encoding.UTF8.GetBytes(message));
        }

        if (options.ExpectedReply is not null)
        {
            await new FrameListener(connection, Shown, this).RunAsync();
        }

        return _fault;
    }

    public bool Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Violation:
                _fault = "sent bytes that are no WebSocket frame before its reply";
                return false;
            case FrameKind.Close:
                _fault = $"ended with {HeldEnd.FromClose(frame.Payload.Span)} before its reply";
                return false;
            case FrameKind.Ping:
                Send(FrameKind.Pong, frame.Payload.Span);
                return true;
            default:
                return frame.Kind == FrameKind.Pong || !IsReply(frame.Payload.Span);
        }
    }

    public void Over(HeldEnd? end) => _fault ??= end is null ? null : $"ended with {end} before its reply";

    private bool IsReply(ReadOnlySpan<byte> payload) =>
        Encoding.UTF8.GetString(payload).Contains(options.ExpectedReply!, StringComparison.Ordinal);

    private void Send(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[payload.Length + FrameEncoding.Overhead];
        connection.MustSend(frame.AsSpan(0, FrameEncoding.Write(frame, kind, payload)));
    }
}
