using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class DeathTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_dead_edge_resets_every_connection_and_refuses_new_ones_at_once()
    {
        await using var edge = TestEdge.Start(_clock);
        using var client = await EdgeClient.ConnectedAsync(edge);

        edge.Dials.Dead = true;

        var refusal = await Assert.ThrowsAsync<SocketException>(() => RawClient.ConnectedAsync(edge));
        Assert.Equal(SocketError.ConnectionRefused, refusal.SocketErrorCode);
        var end = await Assert.ThrowsAnyAsync<WebSocketException>(() => client.HearAsync());
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(end.GetBaseException()).SocketErrorCode);
        await Eventually.TrueAsync(() => edge.Counters.Total is { Dropped: 1, Open: 0 });
    }

    [Fact]
    public async Task Death_also_ends_what_waits_in_a_stall_or_in_a_handshake()
    {
        await using var edge = TestEdge.Start(_clock);
        using var held = await EdgeClient.ConnectedAsync(edge);
        edge.Dials.Stalled = true;
        await held.SayAsync("held at the gate");
        using var waiting = await RawClient.ConnectedAsync(edge);
        await waiting.SendAsync(RawClient.Upgrade);
        await Eventually.TrueAsync(() => edge.Counters.Total.Tried == 2);

        edge.Dials.Dead = true;

        await Eventually.TrueAsync(() => edge.Counters.Total is { Dropped: 1, Abandoned: 1, Open: 0 });
    }

    [Fact]
    public async Task It_comes_back_on_the_same_address()
    {
        await using var edge = TestEdge.Start(_clock);
        var address = edge.Address;
        for (var life = 0; life < 5; life++)
        {
            edge.Dials.Dead = true;
            edge.Dials.Dead = false;
            using var client = await EdgeClient.ConnectedAsync(edge);
            await client.SayAsync("back?");
            Assert.Equal("back?", await client.HearAsync());
        }

        Assert.Equal(address, edge.Address);
    }

    [Fact]
    public async Task It_tries_again_when_its_port_was_taken_in_the_meantime()
    {
        await using var edge = TestEdge.Start(_clock);
        edge.Dials.Dead = true;
        using (var squatter = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            squatter.Bind(edge.Address);
            squatter.Listen();
            edge.Dials.Dead = false;
        }

        await Assert.ThrowsAsync<SocketException>(() => RawClient.ConnectedAsync(edge));
        _clock.Advance(TimeSpan.FromSeconds(1));

        using var client = await EdgeClient.ConnectedAsync(edge);
        Assert.Equal(WebSocketState.Open, client.State);
    }
}
