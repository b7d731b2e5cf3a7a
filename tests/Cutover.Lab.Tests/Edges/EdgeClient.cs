using System.Net.WebSockets;
using System.Text;
using Cutover.Lab.Edges;

namespace Cutover.Lab.Tests.Edges;

/// <summary>The platform's own WebSocket client, pointed at an edge.</summary>
internal static class EdgeClient
{
    public static ClientWebSocket New(string? userAgent = null)
    {
        var client = new ClientWebSocket();
        client.Options.Proxy = null;
        client.Options.KeepAliveInterval = TimeSpan.Zero;
        client.Options.CollectHttpResponseDetails = true;
        client.Options.SetRequestHeader("User-Agent", userAgent ?? "somebody");
        return client;
    }

    public static Task DialAsync(this ClientWebSocket client, Edge edge) =>
        client.ConnectAsync(new Uri($"ws://{edge.Address}/"), TestContext.Current.CancellationToken);

    public static async Task<ClientWebSocket> ConnectedAsync(Edge edge, string? userAgent = null)
    {
        var client = New(userAgent);
        await client.DialAsync(edge);
        return client;
    }

    public static async Task<ClientWebSocket[]> ConnectedAsync(Edge edge, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => ConnectedAsync(edge)));

    public static async Task SayAsync(this ClientWebSocket client, string text) => await client.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public static async Task<string> HearAsync(this ClientWebSocket client)
    {
        var buffer = new byte[256];
        var part = await client.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }

    public static void DisposeAll(this IEnumerable<ClientWebSocket> clients)
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }
}
