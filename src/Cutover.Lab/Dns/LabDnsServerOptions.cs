using System.Net;

namespace Cutover.Lab.Dns;

/// <summary>Where the name server listens.</summary>
public sealed record LabDnsServerOptions
{
    /// <summary>Loopback by default.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The same for UDP and TCP; 0 (the default) takes any port that is free for both.</summary>
    public int Port { get; init; }
}
