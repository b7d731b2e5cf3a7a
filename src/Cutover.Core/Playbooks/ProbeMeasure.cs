namespace Cutover.Core.Playbooks;

/// <summary>What a WebSocket probe can measure.</summary>
public enum ProbeMeasure
{
    /// <summary>Share of handshakes answered with 101, in percent.</summary>
    HandshakeSuccess,

    /// <summary>Share of handshakes not answered with 101, in percent: what is left of the success to 100.</summary>
    HandshakeFailure,

    /// <summary>Median time from dial to 101, in milliseconds.</summary>
    HandshakeP50,

    /// <summary>99th percentile of the time from dial to 101, in milliseconds.</summary>
    HandshakeP99,

    /// <summary>Median time of an echo over a held connection, in milliseconds.</summary>
    RoundTripP50,

    /// <summary>99th percentile of the time of an echo over a held connection, in milliseconds.</summary>
    RoundTripP99,

    /// <summary>Share of held connections that ended without being asked to in the window, in percent.</summary>
    HeldDropRate,

    /// <summary>How many held connections ended otherwise than by a close frame with code 1000 or 1001.</summary>
    AbnormalCloses,

    /// <summary>
    /// Days until the certificate that the stack serves expires, the least that was seen; below zero once it has. Only on wss.
    /// </summary>
    CertificateDays,
}
