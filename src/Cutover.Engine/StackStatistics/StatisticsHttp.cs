using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.StackStatistics;

/// <summary>Asks one endpoint over HTTP.</summary>
internal sealed class StatisticsHttp(CredentialsReference? credentials)
{
    // Statistics are asked of the instance itself, never through a proxy, and each look has a deadline of its own.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024 * 1024,
    };

    /// <summary>The body of a 200.</summary>
    /// <exception cref="HttpRequestException">Anything else.</exception>
    public async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        var (status, body) = await AskAsync(address, cancellation);
        return status == HttpStatusCode.OK ? body : throw new HttpRequestException(Refusal(address, status));
    }

    public async Task<(HttpStatusCode Status, string Body)> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        // A kept-alive connection would go on to show the process that a reload or hot restart has replaced.
        request.Headers.ConnectionClose = true;
        if (credentials is not null)
        {
            var secret = await CredentialsStore.ReadAsync(credentials, cancellation);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        }

        using var response = await Client.SendAsync(request, cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
    }

    private string Refusal(Uri address, HttpStatusCode status) => $"{address} answered {(int)status}" + (status, credentials) switch
    {
        (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, null) => ": it wants credentials, and the playbook names none",
        (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _) => $": it does not accept the credentials in {credentials}",
        _ => "",
    };
}
