using System.Net;

namespace Cutover.Lab.Edges;

/// <summary>How one edge is set up; what may change while it runs is in <see cref="EdgeDials"/>.</summary>
/// <param name="Name">The stack's set identifier, such as <c>haproxy</c>; also its <c>Server</c> header.</param>
/// <param name="Listen">Where to listen; port 0 takes a free one and keeps it.</param>
public sealed record EdgeOptions(string Name, IPEndPoint Listen)
{
    /// <summary>Connections at once, those still in their handshake included; one more is reset at accept.</summary>
    public int MaxConnections { get; init; } = 20_000;

    /// <summary>How long a client may take to send its whole upgrade request.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an orderly shutdown waits for the clients to answer the close frame.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
