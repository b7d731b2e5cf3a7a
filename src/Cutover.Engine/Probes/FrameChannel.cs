using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cutover.Engine.Probes;

/// <summary>
/// The client's end of an upgraded connection, frame by frame. The framework's WebSocket hides pongs and tells FIN and RST apart only by
/// its exceptions' insides, and both are what a probe is about.
/// </summary>
internal sealed class FrameChannel(DialedConnection connection, TimeProvider time) : IDisposable
{
    private const int HeaderSize = 6;
    private const int NormalClosure = 1000;
    private readonly FrameReader _reader = new(connection);
    private readonly SemaphoreSlim _writing = new(1);

    /// <exception cref="IOException">The connection broke.</exception>
    public ValueTask<Frame> ReadAsync(CancellationToken cancellationToken) => _reader.ReadAsync(cancellationToken);

    /// <summary>Writes one final, masked frame of up to 125 bytes.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task WriteAsync(FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var frame = Encode(kind, payload.Span);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await connection.Stream.WriteAsync(frame, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>
    /// Sends a close frame and waits for the peer to answer and hang up, for <paramref name="grace"/> at most. Never fails.
    /// </summary>
    public async Task CloseAsync(TimeSpan grace)
    {
        using var deadline = new CancellationTokenSource(grace, time);
        var code = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(code, NormalClosure);
        try
        {
            await WriteAsync(FrameKind.Close, code, deadline.Token);
            while ((await ReadAsync(deadline.Token)).Kind is not (FrameKind.End or FrameKind.Violation))
            {
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Broken or too slow: it is closed either way.
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        _writing.Dispose();
    }

    private static byte[] Encode(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, FrameHeader.MaxControlPayload);
        var frame = new byte[HeaderSize + payload.Length];
        frame[0] = (byte)(0x80 | (int)kind);
        frame[1] = (byte)(0x80 | payload.Length);
        var mask = frame.AsSpan(2, 4);
        RandomNumberGenerator.Fill(mask);
        for (var i = 0; i < payload.Length; i++)
        {
            frame[HeaderSize + i] = (byte)(payload[i] ^ mask[i % 4]);
        }

        return frame;
    }
}
