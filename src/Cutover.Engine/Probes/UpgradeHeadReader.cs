using System.Buffers;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>
/// Reads up to the empty line that ends the head of an HTTP answer, and no further than a bound. Memory is borrowed only once the answer
/// begins to come, and grows with it: thousands of dials may wait at once.
/// </summary>
internal sealed class UpgradeHeadReader(DialedConnection connection, int bound) : IDisposable
{
    private const int FirstCapacity = 1024;
    private byte[] _buffer = [];
    private int _length;

    /// <summary>The bytes read so far, also when reading was cut short.</summary>
    public ReadOnlyMemory<byte> Received => _buffer.AsSpan(0, _length).ToArray();

    /// <exception cref="IOException">The connection broke, or was disposed meanwhile.</exception>
    public async Task<UpgradeHead> ReadAsync()
    {
        while (true)
        {
            if (await connection.ArrivalAsync() is not SocketError.Success and var error)
            {
                throw DialedConnection.Fault(error);
            }

            Grow();
            var read = await connection.ReadAsync(_buffer.AsMemory(_length, Math.Min(_buffer.Length, bound) - _length));
            if (read == DialedConnection.NothingYet)
            {
                continue;
            }

            _length += read;
            if (FindGarbage() is { } garbage)
            {
                return new UpgradeHead(Received, 0, garbage);
            }

            var head = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8) + 4;
            if (head >= 4)
            {
                return new UpgradeHead(Received, head, null);
            }

            if (FindCut(read) is { } cut)
            {
                return new UpgradeHead(Received, 0, cut);
            }
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            (_buffer, _length) = ([], 0);
        }
    }

    private void Grow()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var wider = ArrayPool<byte>.Shared.Rent(Math.Min(bound, Math.Max(FirstCapacity, _buffer.Length * 2)));
        var length = _length;
        _buffer.AsSpan(0, length).CopyTo(wider);
        Dispose();
        (_buffer, _length) = (wider, length);
    }

    /// <summary>Garbage is known by its first bytes: no need to wait for an empty line that never comes.</summary>
    private string? FindGarbage()
    {
        var seen = Math.Min(_length, UpgradeResponseParser.VersionPrefix.Length);
        var matches = UpgradeResponseParser.VersionPrefix.AsSpan(0, seen).SequenceEqual(_buffer.AsSpan(0, seen));
        return matches ? null : "answer is not HTTP/1.1";
    }

    private string? FindCut(int read) =>
        read == 0 ? $"closed by the peer after {_length} bytes of answer"
        : _length == bound ? $"head of the answer is longer than {bound} bytes"
        : null;
}
