using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class HandshakeTests
{
    private static string Without(string header) =>
        string.Join("\r\n", RawClient.Upgrade.Split("\r\n").Where(line => !line.StartsWith(header, StringComparison.Ordinal)));

    public static TheoryData<string> NoUpgrades => new(
        "GET / HTTP/1.1\r\nHost: lab\r\n\r\n",
        "\r\n\r\n",
        RawClient.Upgrade.Replace("GET", "POST", StringComparison.Ordinal),
        RawClient.Upgrade.Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal),
        RawClient.Upgrade.Replace("Version: 13", "Version: 8", StringComparison.Ordinal),
        RawClient.Upgrade.Replace("dGhlIHNhbXBsZSBub25jZQ==", "dG9vIHNob3J0", StringComparison.Ordinal),
        Without("Host"),
        Without("Upgrade"),
        Without("Connection"),
        Without("Sec-WebSocket-Key"),
        RawClient.Upgrade + "early",
        $"GET / HTTP/1.1\r\nCookie: {new string('x', 9000)}\r\n\r\n");

    [Fact]
    public async Task An_upgrade_is_answered_with_the_accept_value_of_the_RFC()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await RawClient.ConnectedAsync(edge);
        await client.SendAsync(RawClient.Upgrade);

        var answer = await client.ReadTextAsync();

        Assert.StartsWith("HTTP/1.1 101 ", answer, StringComparison.Ordinal);
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Server: envoy\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_arrives_in_pieces_is_put_together()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await RawClient.ConnectedAsync(edge);
        foreach (var piece in RawClient.Upgrade.Chunk(17))
        {
            await client.SendAsync(new string(piece));
        }

        Assert.StartsWith("HTTP/1.1 101 ", await client.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NoUpgrades))]
    public async Task Whatever_is_no_upgrade_is_told_to_be_one_and_is_no_handshake(string request)
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await RawClient.ConnectedAsync(edge);
        await client.SendAsync(request);

        Assert.StartsWith("HTTP/1.1 426 ", await client.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, edge.Counters.Malformed);
        Assert.Equal(0, edge.Counters.Total.Tried);
    }

    [Fact]
    public async Task A_client_that_never_finishes_its_request_is_let_go()
    {
        var clock = new FakeTimeProvider();
        await using var edge = TestEdge.Start(clock, o => o with { RequestTimeout = TimeSpan.FromSeconds(10) });
        using var client = await RawClient.ConnectedAsync(edge);
        await client.SendAsync("GET / HT");

        await Eventually.TrueAsync(clock, TimeSpan.FromSeconds(1), () => edge.Counters.Malformed == 1);

        Assert.True(clock.GetUtcNow() - clock.Start >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task One_connection_too_many_is_reset()
    {
        await using var edge = TestEdge.Start(TimeProvider.System, o => o with { MaxConnections = 1 });
        using var held = await EdgeClient.ConnectedAsync(edge);
        using var refused = EdgeClient.New();

        await Assert.ThrowsAsync<WebSocketException>(() => refused.DialAsync(edge));
        Assert.Equal(1, edge.Counters.Total.Open);
    }

    [Fact]
    public async Task Every_handshake_is_refused_at_a_hundred_percent()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        edge.Dials.RefuseHandshakes = 100;
        using var client = EdgeClient.New();

        await Assert.ThrowsAsync<WebSocketException>(() => client.DialAsync(edge));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, client.HttpStatusCode);
        Assert.Equal((1, 1, 0), (edge.Counters.Total.Tried, edge.Counters.Total.Refused, edge.Counters.Total.Accepted));
    }

    [Fact]
    public async Task The_refused_share_is_the_one_on_the_dial()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        edge.Dials.RefuseHandshakes = 30;
        for (var i = 0; i < 300; i++)
        {
            using var client = await RawClient.ConnectedAsync(edge);
            await client.SendAsync(RawClient.Upgrade);
            await client.ReadAsync();
        }

        var counts = edge.Counters.Total;
        Assert.Equal(300, counts.Refused + counts.Accepted);
        Assert.InRange(counts.Refused, 60, 120); // One at a time and seeded: the same number in every run.
    }

    [Fact]
    public async Task Added_latency_stands_before_the_answer_and_before_each_echo()
    {
        var clock = new FakeTimeProvider();
        await using var edge = TestEdge.Start(clock);
        edge.Dials.AddedLatency = TimeSpan.FromMilliseconds(250);
        using var client = EdgeClient.New();

        Assert.InRange(await VirtualTimeOfAsync(clock, client.DialAsync(edge)), 250, 2000);
        await client.SayAsync("hello");
        Assert.InRange(await VirtualTimeOfAsync(clock, client.HearAsync()), 250, 2000);
    }

    [Fact]
    public async Task Added_latency_stands_before_each_pong_as_well()
    {
        var clock = new FakeTimeProvider();
        await using var edge = TestEdge.Start(clock);
        using var client = await RawClient.ConnectedAsync(edge);
        await client.SendAsync(RawClient.Upgrade);
        await client.ReadAsync();
        edge.Dials.AddedLatency = TimeSpan.FromMilliseconds(250);
        await client.SendAsync([0x89, 0x80, 0, 0, 0, 0]);

        Assert.InRange(await VirtualTimeOfAsync(clock, client.ReadAsync()), 250, 2000);
    }

    private static async Task<double> VirtualTimeOfAsync(FakeTimeProvider clock, Task task)
    {
        var started = clock.GetUtcNow();
        await Eventually.TrueAsync(clock, TimeSpan.FromMilliseconds(10), () => task.IsCompleted);
        await task;
        return (clock.GetUtcNow() - started).TotalMilliseconds;
    }
}
