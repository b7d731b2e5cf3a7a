using System.Net.ServerSentEvents;

namespace Cutover.Cli.HostApi;

/// <summary>
/// An open subscription to a run. An event says only that there is something to look at; what it is, is read from the host.
/// </summary>
internal sealed class RunEventStream : IDisposable
{
    private readonly HttpResponseMessage response;
    private readonly Stream body;

    private RunEventStream(HttpResponseMessage response, Stream body) => (this.response, this.body) = (response, body);

    public static async Task<RunEventStream> OpenAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        new(response, await response.Content.ReadAsStreamAsync(cancellation));

    /// <summary>Calls <paramref name="moved"/> for every event, until the connection is over for whatever reason.</summary>
    public async Task PumpAsync(Action moved, CancellationToken cancellation)
    {
        try
        {
            await foreach (var happened in SseParser.Create(body).EnumerateAsync(cancellation))
            {
                moved();
            }
        }
        catch (Exception over) when (over is IOException or HttpRequestException or OperationCanceledException)
        {
            // The caller connects again, or was cancelled and knows it.
        }
    }

    public void Dispose()
    {
        body.Dispose();
        response.Dispose();
    }
}
