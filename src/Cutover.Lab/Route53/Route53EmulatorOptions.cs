using System.Collections.Immutable;
using System.Net;
using Cutover.Lab.Aws;

namespace Cutover.Lab.Route53;

/// <summary>Where the emulator listens and how strict it is.</summary>
public sealed record Route53EmulatorOptions
{
    /// <summary>Loopback by default.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 (the default) takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>The access keys that are accepted. Without one every request is refused.</summary>
    public ImmutableArray<LabCredentials> Credentials { get; init; } = [];

    /// <summary>From acceptance to INSYNC. Default 2 s; Route 53 usually needs less than 60 s.</summary>
    public TimeSpan InsyncDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a zone refuses the next batch after one. Default 20 ms; zero switches it off.</summary>
    public TimeSpan ProcessingWindow { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The token bucket of the account: its rate and its size. Default 5, as documented for Route 53; at least 1.</summary>
    public int RequestsPerSecond { get; init; } = 5;

    /// <summary>How InvalidChangeBatch is written.</summary>
    public InvalidChangeBatchForm InvalidChangeBatchForm { get; init; }

    /// <summary>Chooses among weighted record sets in TestDNSAnswer; give a seeded one for repeatable answers.</summary>
    public Random Random { get; init; } = Random.Shared;
}
