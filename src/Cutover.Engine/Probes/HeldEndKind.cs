namespace Cutover.Engine.Probes;

/// <summary>What ended a held connection.</summary>
public enum HeldEndKind
{
    /// <summary>The probe itself, because it stops. Not a drop.</summary>
    Released,

    /// <summary>A close frame of the peer.</summary>
    CloseFrame,

    /// <summary>The peer closed the TCP connection (FIN) without a close frame.</summary>
    Fin,

    /// <summary>The peer reset the TCP connection (RST).</summary>
    Reset,

    /// <summary>A beat was not answered within its deadline.</summary>
    Silence,

    /// <summary>The peer sent bytes that are no WebSocket frame.</summary>
    Violation,

    /// <summary>Any other failure of the connection, such as a broken TLS record or an unreachable network.</summary>
    Broken,
}
