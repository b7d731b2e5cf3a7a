using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Bench.Circuits;

/// <summary>
/// One page of the dashboard as its server sees it: the page is fetched, its circuit opened, every batch acknowledged as soon as it is there,
/// and every call into the browser answered as one that draws nothing would. What a browser adds is the drawing.
/// </summary>
internal sealed partial class RawCircuit : IAsyncDisposable
{
    private readonly HubConnection connection;
    private readonly Action<byte[], long> arrived;
    private long bytes;
    private long batches;
    private long calls;

    private RawCircuit(HubConnection connection, Action<byte[], long> arrived) => (this.connection, this.arrived) = (connection, arrived);

    /// <summary>Bytes of batches and of calls into the browser so far.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Batches so far.</summary>
    public long Batches => Volatile.Read(ref batches);

    /// <summary>Calls into the browser so far.</summary>
    public long Calls => Volatile.Read(ref calls);

    /// <param name="page">The page, with its host.</param>
    /// <param name="arrived">Called with each batch, and when it was there.</param>
    public static async Task<RawCircuit> OpenAsync(HttpClient http, Uri page, Action<byte[], long> arrived)
    {
        var html = await http.GetStringAsync(page);
        var builder = new HubConnectionBuilder().WithUrl(
            new Uri(page, "/_blazor"), HttpTransportType.WebSockets, options => options.SkipNegotiation = true);
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        var circuit = new RawCircuit(builder.Build(), arrived);
        circuit.Listen();
        await circuit.connection.StartAsync();
        var state = State().Match(html) is { Success: true } found ? found.Groups[1].Value : string.Empty;
        var host = page.GetLeftPart(UriPartial.Authority) + "/";
        if (string.IsNullOrEmpty(await circuit.connection.InvokeAsync<string>("StartCircuit", host, page.AbsoluteUri, "[]", state)))
        {
            throw new InvalidOperationException("The host opened no circuit.");
        }

        await circuit.connection.SendAsync("UpdateRootComponents", Operations(html), state);
        return circuit;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private void Listen()
    {
        connection.On<long, byte[]>("JS.RenderBatch", async (number, batch) =>
        {
            Interlocked.Add(ref bytes, batch.Length);
            Interlocked.Increment(ref batches);
            arrived(batch, Stopwatch.GetTimestamp());
            await connection.SendAsync("OnRenderCompleted", number, null);
        });
        connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (number, name, arguments, _, _, _) =>
        {
            Interlocked.Add(ref bytes, arguments.Length);
            Interlocked.Increment(ref calls);
            return AnswerAsync(number, name);
        });
        connection.On<string>("JS.Error", error => throw new InvalidOperationException(error));
    }

    private async Task AnswerAsync(long number, string name)
    {
        if (number != 0)
        {
            await connection.SendAsync(
                "EndInvokeJSFromDotNet", number, true, string.Create(CultureInfo.InvariantCulture, $"[{number},true,{Result(name)}]"));
        }
    }

    // Nothing is dark; a drawing gives nothing back.
    private static string Result(string name) => name switch
    {
        "window.hasOwnProperty" => "true",
        "mudThemeProvider.isDarkMode" or "cutoverTheme.choose" => "false",
        "mudpopoverHelper.countProviders" => "1",
        _ => "null",
    };

    // What blazor.web.js says of the components that the page came with.
    private static string Operations(string html)
    {
        var markers = Marker().Matches(html).Select(match => match.Groups[1].Value).Where(marker => marker.Contains("\"type\"", StringComparison.Ordinal));
        var adds = markers.Select((marker, i) => string.Create(
            CultureInfo.InvariantCulture, $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}"""));
        return $$"""{"batchId":1,"operations":[{{string.Join(',', adds)}}]}""";
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
