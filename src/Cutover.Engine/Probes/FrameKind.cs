namespace Cutover.Engine.Probes;

/// <summary>What was read next from a WebSocket; the first six are the opcodes of RFC 6455, 5.2.</summary>
internal enum FrameKind
{
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,

    /// <summary>Bytes that no peer may send.</summary>
    Violation = 0x101,
}
