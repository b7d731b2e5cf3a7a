using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Tests.Aws.Wire;
using Cutover.Lab.Dns;
using Cutover.Lab.Route53.Zones;
using HostedZone = Cutover.Lab.Route53.Zones.HostedZone;

namespace Cutover.Engine.Tests.Dns.Observation;

/// <summary>A zone with a weighted pair behind real name servers on loopback, and samplers that ask them.</summary>
internal sealed class AnswerBench : IAsyncDisposable
{
    public const string Name = "wss.lab.example";

    private readonly List<LabDnsServer> _servers = [];

    private AnswerBench()
    {
        Zones = new(TimeProvider.System);
        Zone = Zones.Create("lab.example", "ZLAB");
        Balancers = Zones.Create("elb.test", "ZELB", ownedByAws: true);
    }

    public HostedZones Zones { get; }

    public HostedZone Zone { get; }

    /// <summary>A zone of the provider, which aliases point into.</summary>
    public HostedZone Balancers { get; }

    public RecordingLogger<AnswerSampler> Logger { get; } = new();

    public IReadOnlyList<LabDnsServer> Servers => _servers;

    /// <summary>The name servers as endpoints in text.</summary>
    public ImmutableArray<string> NameServers => [.. _servers.Select(server => server.EndPoint.ToString())];

    public static ObservationOptions Fast { get; } = new()
    {
        QueriesPerSecond = 10_000,
        MaxConcurrentQueries = 32,
        QueryTimeout = TimeSpan.FromSeconds(10),
    };

    public static async Task<AnswerBench> StartAsync(int servers = 1, int seed = 20260301)
    {
        var bench = new AnswerBench();
        for (var index = 0; index < servers; index++)
        {
            bench._servers.Add(await LabDnsServer.StartAsync(
                new(), bench.Zones, new Random(seed + index), TestContext.Current.CancellationToken));
        }

        return bench;
    }

    /// <summary>Puts a pair of plain A records into the zone.</summary>
    public ObservedPair Serve(int source, int target) => Serve("A", source, target, "192.0.2.1", "192.0.2.2");

    /// <summary>Puts a pair of plain records into the zone.</summary>
    public ObservedPair Serve(string type, int source, int target, string sourceValue, string targetValue)
    {
        Zone.Seed(
            ZoneRecordSet.Weighted(Name, type, "haproxy", source, 60, sourceValue),
            ZoneRecordSet.Weighted(Name, type, "envoy", target, 60, targetValue));
        return Pair(type, Plain("haproxy", sourceValue), Plain("envoy", targetValue));
    }

    /// <summary>Puts a pair of aliases for two load balancers into the zone.</summary>
    public ObservedPair ServeAliases(int source, int target)
    {
        Zone.Seed(
            ZoneRecordSet.WeightedAlias(Name, "A", "haproxy", source, new("ZELB", "old.elb.test.")),
            ZoneRecordSet.WeightedAlias(Name, "A", "envoy", target, new("ZELB", "new.elb.test.")));
        return Pair("A", Alias("haproxy", "old.elb.test."), Alias("envoy", "new.elb.test."));
    }

    public AnswerSampler Sampler(ObservationOptions? options = null, TimeProvider? time = null, HostLookup? lookup = null) =>
        new(options ?? Fast, time ?? TimeProvider.System, Logger, new Random(7), lookup);

    public Task<AnswerSample> SampleAsync(ObservedPair pair, int samples, ObservationOptions? options = null) =>
        Sampler(options).SampleAsync(pair, NameServers, samples, TestContext.Current.CancellationToken);

    public Task<AnswerObservation> ObserveAsync(ObservedPair pair, PairWeights before, PairWeights asked) =>
        Sampler().ObserveAsync(pair, before, asked, NameServers, TestContext.Current.CancellationToken);

    public static ObservedPair Pair(string type, RecordSet source, RecordSet target) =>
        new(new("ZLAB", Name + ".", Enum.Parse<RecordType>(type)), new("HAProxy", source), new("Envoy", target));

    public static RecordSet Plain(string set, params ImmutableArray<string> values) => new(Name + ".", "A", set, 1, 60, values);

    public static RecordSet Alias(string set, string name) => new(Name + ".", "A", set, 1, null, [], new("ZELB", name, true));

    /// <summary>An endpoint that takes every datagram and answers none.</summary>
    public static UdpClient Silence(out string endpoint)
    {
        var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        endpoint = silent.Client.LocalEndPoint!.ToString()!;
        return silent;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }
}
