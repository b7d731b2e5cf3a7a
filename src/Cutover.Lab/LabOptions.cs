using System.Net;
using Cutover.Lab.Population;

namespace Cutover.Lab;

/// <summary>Where the lab listens and how fast its world goes. Everything stays on loopback.</summary>
public sealed record LabOptions
{
    public const string Zone = "lab.example";

    public const string Record = "wss-primary.lab.example";

    /// <summary>Fixed, so that a run can go on after the lab was restarted.</summary>
    public const string ZoneId = "Z0LABEXAMPLE000000000";

    /// <summary>Where both emulators listen.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port of the Route 53 emulator; 0 takes a free one.</summary>
    public int Route53Port { get; init; } = 5081;

    /// <summary>Port of the CloudWatch emulator; 0 takes a free one.</summary>
    public int CloudWatchPort { get; init; } = 5082;

    /// <summary>Port of the DNS server, UDP and TCP; 0 takes a free one.</summary>
    public int DnsPort { get; init; } = 5053;

    /// <summary>Address of the edge that traffic leaves.</summary>
    public IPAddress SourceAddress { get; init; } = IPAddress.Parse("127.0.1.1");

    /// <summary>Address of the edge that traffic goes to.</summary>
    public IPAddress TargetAddress { get; init; } = IPAddress.Parse("127.0.1.2");

    /// <summary>Port of both edges.</summary>
    public int EdgePort { get; init; } = 7001;

    /// <summary>Port that the clients dial; null is that of the edges. Another one leads through a proxy that stands before each edge.</summary>
    public int? ClientPort { get; init; }

    /// <summary>Port at which each edge tells its statistics, on its own address; 0 takes free ones.</summary>
    public int StatisticsPort { get; init; } = 7002;

    /// <summary>Seconds that resolvers may hold an answer. A real record has 60 or so; the lab is faster.</summary>
    public int Ttl { get; init; } = 5;

    /// <summary>From acceptance to INSYNC.</summary>
    public TimeSpan InsyncDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How late metrics can be read.</summary>
    public TimeSpan PublicationDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the edges publish; at least 1 s.</summary>
    public TimeSpan MetricsPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Number of WebSocket clients.</summary>
    public int Clients { get; init; } = 300;

    /// <summary>Mean lifetime of their connections. A real one is hours; the lab's lets a run be watched.</summary>
    public TimeSpan MeanLifetime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Over which the first connections are spread.</summary>
    public TimeSpan Ramp { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Weights that the zone begins with.</summary>
    public (int Source, int Target) Weights { get; init; } = AllOnSource;

    internal static (int Source, int Target) AllOnSource => (100, 0);

    /// <summary>Makes the world's dice repeatable.</summary>
    public int? Seed { get; init; }

    internal PopulationOptions Population(IPEndPoint nameServer) => new(nameServer, ClientPort ?? EdgePort)
    {
        HostName = Record,
        Clients = Clients,
        MeanLifetime = MeanLifetime,
        Ramp = Ramp,
    };
}
