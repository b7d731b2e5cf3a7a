using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text.Unicode;

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

    internal static HeldEnd FromClose(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return new HeldEnd(HeldEndKind.CloseFrame, NoStatusReceived);
        }

        var code = BinaryPrimitives.ReadUInt16BigEndian(payload);
        return IsForTheWire(code) && Utf8.IsValid(payload[2..])
            ? new HeldEnd(HeldEndKind.CloseFrame, code)
            : new HeldEnd(HeldEndKind.Violation);
    }

    internal static HeldEnd FromFault(IOException fault) =>
        FromError((fault.InnerException as SocketException)?.SocketErrorCode ?? SocketError.SocketError);

    internal static HeldEnd FromError(SocketError error) => new(error switch
    {
        // Writing onto a connection that was reset shows as a broken pipe (Shutdown).
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => HeldEndKind.Reset,
        _ => HeldEndKind.Broken,
    });

    /// <summary>Codes that may stand in a close frame (RFC 6455, 7.4, and the registry it founded).</summary>
    private static bool IsForTheWire(int code) => code is (>= 1000 and <= 1014 and not (1004 or 1005 or 1006)) or (>= 3000 and <= 4999);
}
