using System.Net;
using System.Net.WebSockets;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Engine.StackStatistics;
using Cutover.Lab.Edges;
using Cutover.Lab.Edges.Statistics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>The lab's emulations, held to the same readers as the real HAProxy.</summary>
public sealed class LabStatisticsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StatisticsDialect.Haproxy)]
    [InlineData(StatisticsDialect.Envoy)]
    public async Task An_edge_tells_what_it_counted(StatisticsDialect dialect)
    {
        await using var edge = Start();
        await using var statistics = await ServeAsync(edge, dialect);
        var clients = await OpenAsync(edge, 4);
        edge.Dials.RefuseHandshakes = 100;
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(edge, 1));
        var sample = await Reader(statistics, dialect).ReadAsync(Cancellation);

        Assert.Equal(4, sample.Open);
        Assert.Equal(new StackCounters(5, 5, 4, 0, 1), sample.Counters);
        Assert.Equal(4, Assert.Single(sample.Backends).Open);
        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData(StatisticsDialect.Haproxy)]
    [InlineData(StatisticsDialect.Envoy)]
    public async Task A_dead_edge_is_out_of_sight_and_comes_back_as_another_process(StatisticsDialect dialect)
    {
        await using var edge = Start();
        await using var statistics = await ServeAsync(edge, dialect);
        var reader = Reader(statistics, dialect);
        var clients = await OpenAsync(edge, 4);
        var before = await reader.ReadAsync(Cancellation);
        edge.Dials.Dead = true;
        await Assert.ThrowsAsync<HttpRequestException>(() => reader.ReadAsync(Cancellation));
        await Waiting.UntilAsync(() => Task.FromResult(edge.Counters.Total.Open == 0));
        edge.Dials.Dead = false;
        var after = await reader.ReadAsync(Cancellation);

        Assert.False(after.Continues(before));
        Assert.Equal((0, StackCounters.Zero), (after.Open, after.Counters));
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task As_Envoy_a_stalled_edge_has_upgrades_begun_and_none_answered()
    {
        await using var edge = Start();
        await using var statistics = await ServeAsync(edge, StatisticsDialect.Envoy);
        edge.Dials.Stalled = true;
        var dial = OpenAsync(edge, 1);
        await Waiting.UntilAsync(() => Task.FromResult(edge.Counters.Total.Tried == 1));
        var sample = await Reader(statistics, StatisticsDialect.Envoy).ReadAsync(Cancellation);

        Assert.Equal((1, 1, 0), (sample.Open, sample.Counters.UpgradesBegun, sample.Counters.Upgrades));
        edge.Dials.Stalled = false;
        (await dial).ForEach(client => client.Dispose());
    }

    private static Edge Start() => Edge.Start(
        new EdgeOptions("edge", new IPEndPoint(IPAddress.Loopback, 0)), TimeProvider.System, new Random(5), NullLogger<Edge>.Instance);

    private static Task<EdgeStatistics> ServeAsync(Edge edge, StatisticsDialect dialect) =>
        EdgeStatistics.StartAsync(edge, dialect, new IPEndPoint(IPAddress.Loopback, 0), TimeProvider.System, Cancellation);

    private static IStatisticsReader Reader(EdgeStatistics statistics, StatisticsDialect dialect) => StatisticsReaders.For(
        dialect == StatisticsDialect.Envoy
            ? new EnvoyAdmin(statistics.Endpoint, "ingress_wss")
            : new HaproxyStatistics(new Uri(statistics.Endpoint, "/stats;csv"), "wss"),
        TimeProvider.System);

    private static async Task<List<ClientWebSocket>> OpenAsync(Edge edge, int count)
    {
        var clients = new List<ClientWebSocket>();
        for (var opened = 0; opened < count; opened++)
        {
            var client = new ClientWebSocket();
            await client.ConnectAsync(new Uri($"ws://{edge.Address}/"), Cancellation);
            clients.Add(client);
        }

        return clients;
    }
}
