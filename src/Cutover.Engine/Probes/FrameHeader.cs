using System.Buffers.Binary;

namespace Cutover.Engine.Probes;

/// <summary>The head of a frame as a server sends it: never masked (RFC 6455, 5.2).</summary>
internal readonly record struct FrameHeader(FrameKind Kind, int Size, long PayloadLength)
{
    /// <summary>Longest payload of a control frame, in bytes.</summary>
    public const int MaxControlPayload = 125;

    /// <summary>How many bytes the head is long, told by its first two.</summary>
    public static int SizeOf(ReadOnlySpan<byte> firstTwo) => (firstTwo[1] & 0x7F) switch
    {
        126 => 4,
        127 => 10,
        _ => 2,
    };

    /// <summary>Reads a whole head; what breaks the protocol becomes <see cref="FrameKind.Violation"/>.</summary>
    public static FrameHeader Parse(ReadOnlySpan<byte> head)
    {
        var length = head.Length switch
        {
            4 => BinaryPrimitives.ReadUInt16BigEndian(head[2..]),
            10 => BinaryPrimitives.ReadInt64BigEndian(head[2..]),
            _ => head[1] & 0x7F,
        };
        var kind = (FrameKind)(head[0] & 0x0F);
        return new FrameHeader(IsSound(head, kind, length) ? kind : FrameKind.Violation, head.Length, length);
    }

    private static bool IsSound(ReadOnlySpan<byte> head, FrameKind kind, long length)
    {
        var final = (head[0] & 0x80) != 0;
        var reserved = (head[0] & 0x70) != 0;
        var masked = (head[1] & 0x80) != 0;
        return !reserved && !masked && length >= 0 && kind switch
        {
            FrameKind.Continuation or FrameKind.Text or FrameKind.Binary => true,
            FrameKind.Close => final && length is >= 0 and <= MaxControlPayload and not 1,
            FrameKind.Ping or FrameKind.Pong => final && length <= MaxControlPayload,
            _ => false,
        };
    }
}
