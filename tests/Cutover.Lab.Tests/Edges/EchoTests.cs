using System.Net.WebSockets;

namespace Cutover.Lab.Tests.Edges;

public sealed class EchoTests
{
    [Theory]
    [InlineData(WebSocketMessageType.Text, 1)]
    [InlineData(WebSocketMessageType.Text, 512)]
    [InlineData(WebSocketMessageType.Binary, 0)]
    [InlineData(WebSocketMessageType.Binary, 100_000)]
    public async Task A_message_comes_back_as_it_was(WebSocketMessageType type, int length)
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await EdgeClient.ConnectedAsync(edge);
        var message = Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26))).ToArray();

        var sending = client.SendAsync(message, type, true, TestContext.Current.CancellationToken);
        var (heard, heardAs) = await WholeMessageAsync(client);
        await sending;

        Assert.Equal(message, heard);
        Assert.Equal(type, heardAs);
        Assert.Equal(1, edge.Counters.Total.Echoed);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_own_payload()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await RawClient.ConnectedAsync(edge);
        await client.SendAsync(RawClient.Upgrade);
        await client.ReadAsync();

        await client.SendAsync([0x89, 0x82, 0, 0, 0, 0, (byte)'h', (byte)'i']);

        Assert.Equal([0x8A, 0x02, (byte)'h', (byte)'i'], await client.ReadAsync());
    }

    [Fact]
    public async Task A_close_is_answered_with_the_same_status()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await EdgeClient.ConnectedAsync(edge);

        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
        await Eventually.TrueAsync(() => edge.Counters.Total is { Closed: 1, Open: 0, Lost: 0, Dropped: 0 });
    }

    private static async Task<(byte[] Message, WebSocketMessageType Type)> WholeMessageAsync(ClientWebSocket client)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await client.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return (message.ToArray(), part.MessageType);
            }
        }
    }
}
