using System.Net;
using Cutover.Lab.Edges;
using Cutover.Lab.Edges.Statistics;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class EdgeStatisticsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_HAProxy_the_101_of_an_open_WebSocket_is_in_the_row_of_the_server_until_it_ends()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        await using var statistics = await ServeAsync(edge, StatisticsDialect.Haproxy, TimeProvider.System);
        var clients = await EdgeClient.ConnectedAsync(edge, 3);
        Assert.Equal((0, 3, 0), Upgrades(await GetAsync(statistics, "/stats;csv")));

        clients.DisposeAll();
        await Eventually.TrueAsync(() => edge.Counters.Total.Open == 0);
        Assert.Equal((3, 3, 3), Upgrades(await GetAsync(statistics, "/stats;csv")));
    }

    [Fact]
    public async Task The_process_tells_its_age_and_a_new_one_begins_when_the_edge_comes_back()
    {
        var time = new FakeTimeProvider();
        await using var edge = TestEdge.Start(time);
        await using var statistics = await ServeAsync(edge, StatisticsDialect.Haproxy, time);
        time.Advance(TimeSpan.FromSeconds(75));
        Assert.Contains("<b>pid = </b> 4201 (process", await GetAsync(statistics, "/stats"), StringComparison.Ordinal);
        Assert.Contains("<b>uptime = </b> 0d 0h01m15s<br>", await GetAsync(statistics, "/stats"), StringComparison.Ordinal);

        edge.Dials.Dead = true;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(statistics, "/stats"));
        edge.Dials.Dead = false;
        Assert.Contains("<b>pid = </b> 4202 (process", await GetAsync(statistics, "/stats"), StringComparison.Ordinal);
        Assert.Contains("<b>uptime = </b> 0d 0h00m00s<br>", await GetAsync(statistics, "/stats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_Envoy_a_filter_chooses_the_statistics()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        await using var statistics = await ServeAsync(edge, StatisticsDialect.Envoy, TimeProvider.System);

        Assert.Equal("""{"stats":[{"name":"server.live","value":1}]}""", await GetAsync(statistics, "/stats?format=json&filter=live"));
        Assert.Equal("LIVE\n", await GetAsync(statistics, "/ready"));
    }

    [Theory]
    [InlineData("/stats?format=json&filter=(", HttpStatusCode.BadRequest)]
    [InlineData("/stats", HttpStatusCode.BadRequest)]
    [InlineData("/help", HttpStatusCode.NotFound)]
    public async Task What_is_not_emulated_is_refused(string path, HttpStatusCode status)
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        await using var statistics = await ServeAsync(edge, StatisticsDialect.Envoy, TimeProvider.System);
        using var http = new HttpClient();

        Assert.Equal(status, (await http.GetAsync(new Uri(statistics.Endpoint, path), Cancellation)).StatusCode);
    }

    private static Task<EdgeStatistics> ServeAsync(Edge edge, StatisticsDialect dialect, TimeProvider time) =>
        EdgeStatistics.StartAsync(edge, dialect, new IPEndPoint(IPAddress.Loopback, 0), time, Cancellation);

    private static async Task<string> GetAsync(EdgeStatistics statistics, string path)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(statistics.Endpoint, path), Cancellation);
    }

    private static (int Frontend, int Server, int Backend) Upgrades(string csv)
    {
        var rows = csv.Split('\n').Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(rows[0], "hrsp_1xx");
        int Of(string name) => int.Parse(rows.First(row => row.Length > 1 && row[1] == name)[column], System.Globalization.CultureInfo.InvariantCulture);
        return (Of("FRONTEND"), Of("app1"), Of("BACKEND"));
    }
}
