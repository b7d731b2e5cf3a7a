namespace Cutover.Engine.Probes;

/// <summary>Writes frames as a client must send them: final and masked (RFC 6455, 5.3).</summary>
internal static class FrameEncoding
{
    /// <summary>The most that a frame adds to a payload of up to 65,535 bytes.</summary>
    public const int Overhead = 8;

    /// <summary>Writes the frame, and tells how long it is.</summary>
    /// <param name="target">At least <see cref="Overhead"/> longer than the payload.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="payload">At most 65,535 bytes, or 125 in a control frame.</param>
    public static int Write(Span<byte> target, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            payload.Length, kind >= FrameKind.Close ? FrameHeader.MaxControlPayload : ushort.MaxValue);
        target[0] = (byte)(0x80 | (int)kind);
        var size = WriteLength(target, payload.Length);
        var mask = target.Slice(size, 4);
        Nonces.Fill(mask);
        var masked = target[(size + 4)..];
        for (var i = 0; i < payload.Length; i++)
        {
            masked[i] = (byte)(payload[i] ^ mask[i % 4]);
        }

        return size + 4 + payload.Length;
    }

    private static int WriteLength(Span<byte> target, int length)
    {
        if (length <= FrameHeader.MaxControlPayload)
        {
            target[1] = (byte)(0x80 | length);
            return 2;
        }

        (target[1], target[2], target[3]) = (0x80 | 126, (byte)(length >> 8), (byte)length);
        return 4;
    }
}
