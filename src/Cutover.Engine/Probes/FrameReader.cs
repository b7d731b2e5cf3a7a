namespace Cutover.Engine.Probes;

/// <summary>
/// Reads frames with one small buffer a connection: a probe needs of a message only that it came and how it begins,
/// so long payloads are read past and never gathered.
/// </summary>
internal sealed class FrameReader
{
    private const int Capacity = 256;
    private readonly Stream _stream;
    private readonly byte[] _buffer;
    private int _start;
    private int _end;
    private long _unread;

    public FrameReader(DialedConnection connection)
    {
        _stream = connection.Stream;
        _buffer = new byte[Math.Max(Capacity, connection.Early.Length)];
        connection.Early.CopyTo(_buffer);
        _end = connection.Early.Length;
    }

    /// <summary>The next frame; <see cref="FrameKind.End"/> also when the peer's FIN comes inside a frame.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<Frame> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await SkipRestAsync(cancellationToken) || !await FillAsync(2, cancellationToken))
        {
            return new Frame(FrameKind.End, default);
        }

        var size = FrameHeader.SizeOf(_buffer.AsSpan(_start, 2));
        if (!await FillAsync(size, cancellationToken))
        {
            return new Frame(FrameKind.End, default);
        }

        var header = FrameHeader.Parse(_buffer.AsSpan(_start, size));
        _start += size;
        return header.Kind == FrameKind.Violation ? new Frame(FrameKind.Violation, default) : await PayloadAsync(header, cancellationToken);
    }

    private async ValueTask<Frame> PayloadAsync(FrameHeader header, CancellationToken cancellationToken)
    {
        var shown = (int)Math.Min(header.PayloadLength, FrameHeader.MaxControlPayload);
        if (!await FillAsync(shown, cancellationToken))
        {
            return new Frame(FrameKind.End, default);
        }

        var payload = _buffer.AsMemory(_start, shown);
        _start += shown;
        _unread = header.PayloadLength - shown;
        return new Frame(header.Kind, payload);
    }

    private async ValueTask<bool> SkipRestAsync(CancellationToken cancellationToken)
    {
        while (_unread > 0)
        {
            if (!await FillAsync(1, cancellationToken))
            {
                return false;
            }

            var skipped = (int)Math.Min(_unread, _end - _start);
            _start += skipped;
            _unread -= skipped;
        }

        return true;
    }

    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
