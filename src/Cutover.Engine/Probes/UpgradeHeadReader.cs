using System.Buffers;

namespace Cutover.Engine.Probes;

/// <summary>Reads up to the empty line that ends the head of an HTTP answer, and no further than a bound.</summary>
internal sealed class UpgradeHeadReader(Stream stream, int bound) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(bound);
    private int _length;

    /// <summary>The bytes read so far, also when reading was cut short.</summary>
    public ReadOnlyMemory<byte> Received => _buffer.AsSpan(0, _length).ToArray();

    public async Task<UpgradeHead> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_length, bound - _length), cancellationToken);
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

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

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
