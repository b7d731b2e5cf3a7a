namespace Cutover.Lab.Population;

/// <summary>What a client is doing now.</summary>
internal enum ClientPhase
{
    /// <summary>Not started yet, or between two connections of which the first ended well.</summary>
    Resting,

    /// <summary>Resolving or in the handshake.</summary>
    Connecting,

    /// <summary>Holding an open connection.</summary>
    Connected,

    /// <summary>Waiting to try again after a failure.</summary>
    BackingOff,
}
