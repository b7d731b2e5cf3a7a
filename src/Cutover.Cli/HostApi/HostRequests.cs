using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cutover.Cli.Problems;
using Cutover.Core.Runs;
using Cutover.Engine.Api;

namespace Cutover.Cli.HostApi;

/// <summary>Sends requests and turns whatever comes of them into a value or a problem.</summary>
internal sealed class HostRequests(HostAddress address, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(15);

    // A plan reads Route 53 through a budget of few requests a second, and retries.
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(100);

    // A host may send the head of a stream only with its first event, and a run can be quiet for long.
    private static readonly TimeSpan StreamLimit = TimeSpan.FromDays(1);

    private readonly HttpClient http = HostConnection.Open(address);

    public Task<Answer<T>> GetAsync<T>(string route, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, route, null, ReadLimit, ReadJsonAsync<T>, cancellation);

    public Task<Answer<string>> GetTextAsync(string route, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, route, null, ReadLimit, ReadTextAsync, cancellation);

    public Task<Answer<T>> PostAsync<T>(string route, object body, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, route, body, WriteLimit, ReadJsonAsync<T>, cancellation);

    /// <summary>
    /// Posts what must not be done twice. It has a key, so that it can be asked again when the connection is lost before the answer.
    /// </summary>
    public Task<Answer<T>> PostOnceAsync<T>(string route, object body, CancellationToken cancellation)
    {
        var key = Guid.NewGuid().ToString();
        return Repetition.RunAsync(
            () => SendAsync(HttpMethod.Post, route, body, WriteLimit, ReadJsonAsync<T>, cancellation, key), time, cancellation);
    }

    public Task<Answer<RunEventStream>> StreamAsync(string route, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, route, null, StreamLimit, RunEventStream.OpenAsync, cancellation);

    public void Dispose() => http.Dispose();

    private async Task<Answer<T>> SendAsync<T>(
        HttpMethod method,
        string route,
        object? body,
        TimeSpan limit,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellation,
        string? key = null)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            using var request = Request(method, route, body);
            if (key is not null)
            {
                request.Headers.Add(ApiRoutes.KeyHeader, $"\"{key}\"");
            }

            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await AnswerAsync(route, response, read, either.Token);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return HostProblems.Unreachable(address, broken.Message) with { MayBeUnderWay = !WasNeverSent(broken) };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return HostProblems.Unreachable(address, FormattableString.Invariant($"no answer within {limit.TotalSeconds:0} s"));
        }
        catch (JsonException foreign)
        {
            return HostProblems.NotUnderstood(address, foreign.Message);
        }
    }

    private static bool WasNeverSent(Exception broken) => broken is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private HttpRequestMessage Request(HttpMethod method, string route, object? body)
    {
        var request = new HttpRequestMessage(method, address.At(route));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: RunJson.Options);
        return request;
    }

    private async Task<Answer<T>> AnswerAsync<T>(
        string route,
        HttpResponseMessage response,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            return await read(response, cancellation);
        }

        using (response)
        {
            return await HostProblems.OfAsync(address, route, response, cancellation);
        }
    }

    private static async Task<T> ReadJsonAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        using (response)
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonSerializer.DeserializeAsync<T>(body, RunJson.Options, cancellation)
                ?? throw new JsonException("the answer is null");
        }
    }

    private static async Task<string> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using (response)
        {
            return await response.Content.ReadAsStringAsync(cancellation);
        }
    }
}
