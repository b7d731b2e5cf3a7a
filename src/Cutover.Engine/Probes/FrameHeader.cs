using System.Buffers.Binary;

namespace Cutover.Engine.Probes;

/// <summary>The head of a frame as a server sends it: never masked (RFC 6455, 5.2).</summary>
internal readonly record struct FrameHeader(FrameKind Kind, int Size, long PayloadLength, bool IsFinal)
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
    /// <param name="head">Exactly the head's bytes.</param>
    /// <param name="inMessage">True when a message was begun and not ended: only its continuation or control frames may follow.</param>
    public static FrameHeader Parse(ReadOnlySpan<byte> head, bool inMessage)
    {
        var length = head.Length switch
        {
            4 => BinaryPrimitives.ReadUInt16BigEndian(head[2..]),
            10 => BinaryPrimitives.ReadInt64BigEndian(head[2..]),
            _ => head[1] & 0x7F,
        };
        var kind = (FrameKind)(head[0] & 0x0F);
        var isSound = IsSound(head, kind, length, inMessage);
        return new FrameHeader(isSound ? kind : FrameKind.Violation, head.Length, length, IsFinalIn(head));
    }

    /// <summary>True when more of a message must follow this frame.</summary>
    public bool LeavesMessageOpen(bool inMessage) => Kind >= FrameKind.Close ? inMessage : !IsFinal;

    private static bool IsFinalIn(ReadOnlySpan<byte> head) => (head[0] & 0x80) != 0;

    private static bool IsSound(ReadOnlySpan<byte> head, FrameKind kind, long length, bool inMessage)
    {
        var reserved = (head[0] & 0x70) != 0;
        var masked = (head[1] & 0x80) != 0;
        return !reserved && !masked && length >= 0 && kind switch
        {
            FrameKind.Continuation => inMessage,
            FrameKind.Text or FrameKind.Binary => !inMessage,
            FrameKind.Close => IsFinalIn(head) && length <= MaxControlPayload && length != 1,
            FrameKind.Ping or FrameKind.Pong => IsFinalIn(head) && length <= MaxControlPayload,
            _ => false,
        };
    }
}
