namespace Cutover.Engine.Probes;

/// <summary>What a probe saw.</summary>
internal enum SampleKind
{
    /// <summary>A handshake ended with 101; the value is its time in milliseconds.</summary>
    HandshakeAccepted,

    /// <summary>A handshake was refused or broken.</summary>
    HandshakeFailed,

    /// <summary>A handshake ran into its deadline; the value is that time in milliseconds.</summary>
    HandshakeTimedOut,

    /// <summary>A beat was answered, or ran into its deadline; the value is its time in milliseconds.</summary>
    RoundTrip,

    /// <summary>A held connection was opened; here and below the value is how many are held afterwards.</summary>
    HeldOpened,

    /// <summary>The probe gave a held connection up by itself.</summary>
    HeldReleased,

    /// <summary>A held connection was dropped by a close frame with 1000 or 1001.</summary>
    HeldClosed,

    /// <summary>A held connection was dropped in any other way.</summary>
    HeldBroken,

    /// <summary>A connection to be held could not be opened.</summary>
    HoldFailed,

    /// <summary>A dial was shown a certificate, accepted or not; the value is how many days it has left.</summary>
    CertificateSeen,
}
