using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Cutover.Lab.Aws;
using Cutover.Lab.CloudWatch;
using Cutover.Lab.Dns;
using Cutover.Lab.Edges;
using Cutover.Lab.Edges.Statistics;
using Cutover.Lab.Population;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;
using Microsoft.Extensions.Logging;

namespace Cutover.Lab;

/// <summary>
/// A world to practise in: Route 53, CloudWatch, a name server, two stacks and their users, all real on the wire and all on loopback.
/// </summary>
public sealed class LabWorld : IAsyncDisposable
{
    /// <summary>Set identifier of the edge that traffic leaves.</summary>
    public const string SourceName = "haproxy";

    /// <summary>Set identifier of the edge that traffic goes to.</summary>
    public const string TargetName = "envoy";

    /// <summary>The region that CloudWatch requests are signed for.</summary>
    public const string Region = "us-east-1";

    private readonly Stack<IAsyncDisposable> parts = new();

    private LabWorld(LabOptions options) => Options = options;

    public LabOptions Options { get; }

    /// <summary>The key that both emulators accept; made anew at every start.</summary>
    public LabCredentials Credentials { get; } = new("LABACCESSKEY00000000", RandomNumberGenerator.GetHexString(40));

    public Route53Emulator Route53 { get; private set; } = null!;

    public CloudWatchEmulator CloudWatch { get; private set; } = null!;

    public LabDnsServer Dns { get; private set; } = null!;

    public Edge Source { get; private set; } = null!;

    public Edge Target { get; private set; } = null!;

    /// <summary>What the source edge counts, as HAProxy's statistics page would show it.</summary>
    public EdgeStatistics SourceStatistics { get; private set; } = null!;

    /// <summary>What the target edge counts, as Envoy's admin interface would show it.</summary>
    public EdgeStatistics TargetStatistics { get; private set; } = null!;

    public ClientPopulation Population { get; private set; } = null!;

    /// <summary>How Route 53 and CloudWatch misbehave; can be turned while they run.</summary>
    public AwsDialSettings Aws
    {
        get => new()
        {
            CloudWatchBlind = CloudWatch.Faults.Blind,
            Route53Throttles = Route53.Faults.ThrottleEverything,
            Route53KeepsPending = Route53.Faults.KeepPending,
        };
        set
        {
            CloudWatch.Faults.Blind = value.CloudWatchBlind;
            Route53.Faults.ThrottleEverything = value.Route53Throttles;
            Route53.Faults.KeepPending = value.Route53KeepsPending;
        }
    }

    /// <summary>The hosted zone of the lab.</summary>
    public HostedZone Zone { get; private set; } = null!;

    /// <summary>Starts everything, in the order of who needs whom.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public static async Task<LabWorld> StartAsync(
        LabOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var world = new LabWorld(options);
        try
        {
            var dice = options.Seed is { } seed ? new Random(seed) : new Random();
            await world.StartAwsAsync(time, dice, cancellation);
            world.StartStacks(time, dice, loggers);
            world.SourceStatistics = await world.StartStatisticsAsync(world.Source, StatisticsDialect.Haproxy, time, cancellation);
            world.TargetStatistics = await world.StartStatisticsAsync(world.Target, StatisticsDialect.Envoy, time, cancellation);
            world.Population = world.Keep(ClientPopulation.Start(options.Population(world.Dns.EndPoint), time, new Random(dice.Next())));
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>What stands where, truly, at this moment.</summary>
    public LabShares Shares() => LabShares.Of(this);

    /// <summary>
    /// Mends both edges and AWS, gives the source all the weight and takes ownership marks away, as at the first start. An open run sees that as
    /// someone else's change.
    /// </summary>
    public void StartOver()
    {
        Source.Dials.Settings = Target.Dials.Settings = EdgeDialSettings.Healthy;
        Aws = AwsDialSettings.Healthy;
        LabZone.StartOver(Zone, Options);
    }

    /// <summary>Stops everything, the users first.</summary>
    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task StartAwsAsync(TimeProvider time, Random dice, CancellationToken cancellation)
    {
        var route53 = new Route53EmulatorOptions
        {
            Address = Options.Address,
            Port = Options.Route53Port,
            Credentials = [Credentials],
            InsyncDelay = Options.InsyncDelay,
            Random = new Random(dice.Next()),
        };
        Route53 = Keep(await Route53Emulator.StartAsync(route53, time, cancellation));
        Zone = LabZone.Create(Route53.Zones, Options);
        var cloudWatch = new CloudWatchEmulatorOptions
        {
            Address = Options.Address,
            Port = Options.CloudWatchPort,
            Credentials = Credentials,
            Region = Region,
            PublicationDelay = Options.PublicationDelay,
        };
        CloudWatch = Keep(await CloudWatchEmulator.StartAsync(cloudWatch, time, cancellation));
        var dns = new LabDnsServerOptions { Address = Options.Address, Port = Options.DnsPort };
        Dns = Keep(await LabDnsServer.StartAsync(dns, Route53.Zones, new Random(dice.Next()), cancellation));
    }

    private void StartStacks(TimeProvider time, Random dice, ILoggerFactory loggers)
    {
        Source = StartStack(SourceName, Options.SourceAddress, time, new Random(dice.Next()), loggers);
        Target = StartStack(TargetName, Options.TargetAddress, time, new Random(dice.Next()), loggers);
    }

    private async Task<EdgeStatistics> StartStatisticsAsync(
        Edge edge, StatisticsDialect dialect, TimeProvider time, CancellationToken cancellation)
    {
        var listen = new IPEndPoint(edge.Address.Address, Options.StatisticsPort);
        return Keep(await EdgeStatistics.StartAsync(edge, dialect, listen, time, cancellation));
    }

    private Edge StartStack(string name, IPAddress address, TimeProvider time, Random dice, ILoggerFactory loggers)
    {
        var edge = Keep(Edge.Start(
            new EdgeOptions(name, new IPEndPoint(address, Options.EdgePort)), time, dice, loggers.CreateLogger<Edge>()));
        var publisher = new MetricPublisher(
            CloudWatch.Endpoint, Region, Credentials.AccessKeyId, Credentials.SecretAccessKey, EdgeMetrics.Namespace, time);
        parts.Push(new Closing(publisher));
        Keep(EdgeMetrics.Start(
            edge,
            Options.MetricsPeriod,
            time,
            (data, token) => PublishAsync(publisher, name, data, token),
            loggers.CreateLogger<EdgeMetrics>()));
        return edge;
    }

    private static async Task PublishAsync(
        MetricPublisher publisher, string stack, IReadOnlyList<EdgeDatum> data, CancellationToken cancellation)
    {
        var dimensions = ImmutableSortedDictionary<string, string>.Empty.Add(EdgeMetrics.Dimension, stack);
        var outcome = await publisher.PublishAsync(
            [.. data.Select(datum => new MetricDatum(datum.Name, dimensions, datum.Values, datum.Timestamp) { Unit = datum.Unit })],
            cancellation);
        if (outcome.Error is { } error)
        {
            throw new IOException(error);
        }
    }

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Push(part);
        return part;
    }

    private sealed class Closing(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
