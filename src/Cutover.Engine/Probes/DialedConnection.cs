namespace Cutover.Engine.Probes;

/// <summary>An upgraded connection: from here on its bytes are WebSocket frames.</summary>
/// <param name="stream">The connection; owns its socket.</param>
/// <param name="early">What the peer sent right behind its 101; comes before anything read from the stream.</param>
public sealed class DialedConnection(Stream stream, ReadOnlyMemory<byte> early) : IDisposable
{
    public Stream Stream { get; } = stream;

    public ReadOnlyMemory<byte> Early { get; } = early;

    /// <summary>Closes the socket without a word; see <see cref="FrameChannel.CloseAsync"/> for the polite way.</summary>
    public void Dispose() => Stream.Dispose();
}
