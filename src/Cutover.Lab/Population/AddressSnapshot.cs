namespace Cutover.Lab.Population;

/// <summary>One stack address as the population sees it.</summary>
public sealed record AddressSnapshot
{
    /// <summary>Clients connected now.</summary>
    public int Connected { get; init; }

    /// <summary>Resolvers whose latest answer holds this address.</summary>
    public int LastAnswers { get; init; }

    /// <summary>Handshakes that ended with 101, since the start.</summary>
    public long Handshakes { get; init; }

    /// <summary>The same, a second, over the last five.</summary>
    public double HandshakesPerSecond { get; init; }

    /// <summary>Dials that got no 101: refused, reset, or too late.</summary>
    public long HandshakeFailures { get; init; }

    /// <summary>Connections that broke under their user: cut without a close frame, or no echo in time.</summary>
    public long Drops { get; init; }
}
