using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class DropTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_cut_connection_ends_without_a_close_frame_by_reset_or_by_FIN()
    {
        await using var edge = TestEdge.Start(_clock);
        var clients = await EdgeClient.ConnectedAsync(edge, 40);
        var ends = clients.Select(EndAsync).ToList();

        edge.Dials.DropHeld = 100;
        _clock.Advance(TimeSpan.FromSeconds(1));
        var errors = await Task.WhenAll(ends);

        Assert.All(errors, e => Assert.Equal(WebSocketError.ConnectionClosedPrematurely, e.WebSocketErrorCode));
        Assert.Contains(errors, IsReset);
        Assert.Contains(errors, e => !IsReset(e));
        await Eventually.TrueAsync(() => edge.Counters.Total is { Dropped: 40, Open: 0, Closed: 0, Lost: 0 });
        clients.DisposeAll();
    }

    [Fact]
    public async Task Half_of_the_held_connections_are_gone_after_a_minute_at_fifty_percent()
    {
        await using var edge = TestEdge.Start(_clock);
        var clients = await EdgeClient.ConnectedAsync(edge, 100);
        var ends = clients.Select(EndAsync).ToList();
        edge.Dials.DropHeld = 50;

        _clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(() => edge.Counters.Total.Dropped is >= 20 and var cut && ends.Count(e => e.IsCompleted) == cut);
        Assert.InRange(edge.Counters.Total.Open, 20, 80); // Six standard deviations on either side.
        clients.DisposeAll();
        await Task.WhenAll(ends);
    }

    [Fact]
    public async Task Nothing_is_cut_while_the_dial_is_at_zero()
    {
        await using var edge = TestEdge.Start(_clock);
        using var client = await EdgeClient.ConnectedAsync(edge);

        _clock.Advance(TimeSpan.FromHours(1));
        await client.SayAsync("still there");

        Assert.Equal("still there", await client.HearAsync());
    }

    private static async Task<WebSocketException> EndAsync(ClientWebSocket client) =>
        await Assert.ThrowsAnyAsync<WebSocketException>(() => client.HearAsync());

    private static bool IsReset(WebSocketException e) =>
        e.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionReset };
}
