using System.Net.ServerSentEvents;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Reads an event stream over a connection of its own, which can be cut.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventReader(HttpClient http, HttpResponseMessage response, SseParser<string> parser, CancellationToken cancellation) =>
        (this.http, this.response, items) = (http, response, parser.EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation));

    /// <summary>The id of the latest event.</summary>
    public string LastId { get; private set; } = string.Empty;

    public static async Task<EventReader> OpenAsync(RunningHost host, string path, string? lastId, CancellationToken cancellation)
    {
        var http = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", TokenHost.Token);
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStreamAsync(cancellation);
        return new EventReader(http, response, SseParser.Create(body), cancellation);
    }

    /// <summary>The next so many events.</summary>
    public async Task<List<RunEventView>> TakeAsync(int count)
    {
        var taken = new List<RunEventView>();
        while (taken.Count < count)
        {
            Assert.True(await items.MoveNextAsync(), "The stream ended.");
            Assert.Equal("decision", items.Current.EventType);
            LastId = items.Current.EventId!;
            taken.Add(RunJson.Read<RunEventView>(items.Current.Data));
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        http.Dispose();
        try
        {
            await items.DisposeAsync();
        }
        catch (IOException)
        {
            // It was cut.
        }
    }
}
