using System.Buffers;

namespace Cutover.Engine.Probes;

/// <summary>
/// Takes frames out of what arrives on one connection. Memory is borrowed only while bytes wait for the rest of their frame: a probe
/// needs of
/// a message only that it came and how it begins, so long payloads are read past and never gathered. Not safe for concurrent use.
/// </summary>
/// <param name="shown">How many bytes of a payload a frame shows, 125 to 2,048.</param>
internal struct FrameBuffer(int shown)
{
    private const int Capacity = 4096;
    private byte[]? _bytes;
    private int _start;
    private int _end;
    private long _unread;
    private bool _inMessage;

    /// <summary>Where the next bytes go; tell <see cref="Filled"/> how many they are.</summary>
    public Memory<byte> Room()
    {
        _bytes ??= ArrayPool<byte>.Shared.Rent(Capacity);
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        return _bytes.AsMemory(_end);
    }

    public void Filled(int count) => _end += count;

    /// <summary>The next whole frame, valid until the next call; false when more bytes are needed first.</summary>
    public bool TryTake(out Frame frame)
    {
        frame = default;
        SkipRest();
        var held = _bytes.AsSpan(_start, _end - _start);
        if (_unread > 0 || held.Length < 2 || held.Length < FrameHeader.SizeOf(held))
        {
            return false;
        }

        var header = FrameHeader.Parse(held[..FrameHeader.SizeOf(held)], _inMessage);
        var length = (int)Math.Min(header.PayloadLength, shown);
        if (header.Kind == FrameKind.Violation)
        {
            _start = _end;
            frame = new Frame(FrameKind.Violation, default, 0);
            return true;
        }

        if (held.Length < header.Size + length)
        {
            return false;
        }

        frame = new Frame(header.Kind, _bytes.AsMemory(_start + header.Size, length), header.PayloadLength);
        _start += header.Size + length;
        _unread = header.PayloadLength - length;
        _inMessage = header.LeavesMessageOpen(_inMessage);
        return true;
    }

    /// <summary>What has come and was not taken yet.</summary>
    public readonly ReadOnlyMemory<byte> Rest => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Gives the memory back unless the begin of a frame lies in it.</summary>
    public void Settle()
    {
        SkipRest();
        if (_start == _end)
        {
            GiveBack();
        }
    }

    /// <summary>Gives the memory back whatever lies in it.</summary>
    public void GiveBack()
    {
        if (_bytes is { } bytes)
        {
            (_bytes, _start, _end) = (null, 0, 0);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void SkipRest()
    {
        var skipped = (int)Math.Min(_unread, _end - _start);
        _start += skipped;
        _unread -= skipped;
    }
}
