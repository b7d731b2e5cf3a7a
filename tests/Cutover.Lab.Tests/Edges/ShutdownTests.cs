using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Every_client_is_told_that_the_edge_is_going_away()
    {
        var edge = TestEdge.Start(TimeProvider.System);
        var clients = await EdgeClient.ConnectedAsync(edge, 5);
        var closing = clients.Select(AnswerCloseAsync).ToList();

        await edge.DisposeAsync();

        Assert.All(await Task.WhenAll(closing), status => Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, status));
        Assert.Equal((5, 0, 0), (edge.Counters.Total.Closed, edge.Counters.Total.Dropped, edge.Counters.Total.Open));
        clients.DisposeAll();
    }

    [Fact]
    public async Task Who_does_not_answer_the_close_in_time_is_reset()
    {
        var clock = new FakeTimeProvider();
        var edge = TestEdge.Start(clock, o => o with { CloseTimeout = TimeSpan.FromSeconds(2) });
        using var deaf = await RawClient.ConnectedAsync(edge);
        await deaf.SendAsync(RawClient.Upgrade);
        await deaf.ReadAsync();

        var stopping = edge.DisposeAsync().AsTask();
        await Eventually.TrueAsync(clock, TimeSpan.FromSeconds(1), () => stopping.IsCompleted);

        await stopping;
        Assert.Equal((0, 1), (edge.Counters.Total.Closed, edge.Counters.Total.Dropped));
    }

    [Fact]
    public async Task A_stalled_edge_can_be_stopped_too()
    {
        var edge = TestEdge.Start(TimeProvider.System);
        using var client = await EdgeClient.ConnectedAsync(edge);
        edge.Dials.Stalled = true;
        var closing = AnswerCloseAsync(client);

        await edge.DisposeAsync();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await closing);
    }

    private static async Task<WebSocketCloseStatus?> AnswerCloseAsync(ClientWebSocket client)
    {
        await client.HearAsync();
        await client.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        return client.CloseStatus;
    }
}
