using System.Net;

namespace Cutover.Lab.Population;

/// <summary>Who the clients are and how they live.</summary>
/// <param name="NameServer">The DNS server they ask, over UDP.</param>
/// <param name="Port">The port they dial at whatever address the name resolves to.</param>
public sealed record PopulationOptions(IPEndPoint NameServer, int Port)
{
    /// <summary>The name they resolve (A records) and send as Host.</summary>
    public string HostName { get; init; } = "wss-primary.lab.example";

    /// <summary>How many clients; 0 to 20,000.</summary>
    public int Clients { get; init; } = 300;

    /// <summary>
    /// Clients behind one caching resolver; 1 gives every client its own cache, more bends the shares as a big resolver does.
    /// </summary>
    public int ClientsPerResolver { get; init; } = 1;

    /// <summary>Mean of the exponentially distributed lifetime of a connection.</summary>
    public TimeSpan MeanLifetime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The first connections are spread evenly over this time.</summary>
    public TimeSpan Ramp { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Mean time between two messages of a client (drawn from half to one and a half of it); infinite: they never speak.</summary>
    public TimeSpan MessageInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the dial to the 101; later is a failed handshake.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From a message to its echo; later the client takes the connection for dead.</summary>
    public TimeSpan EchoTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait before the reconnect that follows an orderly end; doubles with every failure in a row.</summary>
    public TimeSpan BackoffBase { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait before any reconnect.</summary>
    public TimeSpan BackoffCap { get; init; } = TimeSpan.FromSeconds(10);
}
