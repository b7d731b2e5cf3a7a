using System.Net;
using Cutover.Lab.Dns;
using Cutover.Lab.Route53.Zones;
using DnsClient;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Dns;

/// <summary>The name server with one zone, asked by a client that nobody here wrote.</summary>
internal sealed class DnsWorld : IAsyncDisposable
{
    private readonly LabDnsServer _server;

    private DnsWorld(LabDnsServer server, FakeTimeProvider time, HostedZones zones) =>
        (_server, Time, Zones, Zone) = (server, time, zones, zones.Create("lab.example", "ZLAB"));

    internal FakeTimeProvider Time { get; }

    internal HostedZones Zones { get; }

    internal HostedZone Zone { get; }

    internal IPEndPoint EndPoint => _server.EndPoint;

    internal static async Task<DnsWorld> StartAsync()
    {
        var time = new FakeTimeProvider();
        var zones = new HostedZones(time);
        return new(await LabDnsServer.StartAsync(new(), zones, new Random(20260301), TestContext.Current.CancellationToken), time, zones);
    }

    internal async Task<IDnsQueryResponse> AskAsync(string name, QueryType type = QueryType.A, bool tcp = false)
    {
        var client = new LookupClient(new LookupClientOptions(EndPoint)
        {
            UseCache = false,
            UseTcpOnly = tcp,
            UseTcpFallback = tcp,
            Retries = 3,
            Timeout = TimeSpan.FromSeconds(10),
            ThrowDnsErrors = false,
            Recursion = false,
        });
        return await client.QueryAsync(name, type, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>How often each address was the answer.</summary>
    internal async Task<Dictionary<string, int>> SampleAsync(string name, int times)
    {
        var counts = new Dictionary<string, int>();
        for (var index = 0; index < times; index++)
        {
            var address = Assert.Single((await AskAsync(name)).Answers.ARecords()).Address.ToString();
            counts[address] = counts.GetValueOrDefault(address) + 1;
        }

        return counts;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
