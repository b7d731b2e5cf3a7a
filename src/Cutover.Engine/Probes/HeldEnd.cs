using System.Buffers.Binary;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>How a held connection ended.</summary>
/// <param name="Kind">What ended it.</param>
/// <param name="CloseCode">The code of the close frame; 1005 when it had none; null without a close frame.</param>
public readonly record struct HeldEnd(HeldEndKind Kind, int? CloseCode = null)
{
    private const int NoStatusReceived = 1005;

    /// <summary>True for every end that was not asked for.</summary>
    public bool IsDrop => Kind != HeldEndKind.Released;

    /// <summary>True for every drop but by a close frame with 1000 (normal) or 1001 (going away).</summary>
    public bool IsAbnormal => IsDrop && CloseCode is not (1000 or 1001);

    public override string ToString() => CloseCode is { } code ? $"{Kind} {code}" : $"{Kind}";

    internal static HeldEnd FromClose(ReadOnlySpan<byte> payload) =>
        new(HeldEndKind.CloseFrame, payload.IsEmpty ? NoStatusReceived : BinaryPrimitives.ReadUInt16BigEndian(payload));

    internal static HeldEnd FromFault(IOException fault) => new(fault.InnerException switch
    {
        // Writing onto a connection that was reset shows as a broken pipe (Shutdown).
        SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }
            => HeldEndKind.Reset,
        _ => HeldEndKind.Broken,
    });
}
