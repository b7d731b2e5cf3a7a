using System.Net.Http.Headers;
using System.Text;
using Cutover.Engine.Api;

namespace Cutover.Cli.HostApi;

/// <summary>Makes the HTTP client that every request to the host goes through.</summary>
internal static class HostConnection
{
    /// <summary>Environment variable with the API token; it is sent to the host and shown nowhere.</summary>
    public const string TokenVariable = "CUTOVER_TOKEN";

    public static HttpClient Open(HostAddress address)
    {
        var http = new HttpClient(Handler(address)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(
            "cutover", typeof(HostConnection).Assembly.GetName().Version?.ToString(3)));
        http.DefaultRequestHeaders.TryAddWithoutValidation(ApiRoutes.OperatorHeader, Environment.UserName);
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token.Trim()}");
        }

        return http;
    }

    // A redirect would be followed to a login page, which is no answer; a proxy has nothing to do with a host on this machine.
    private static SocketsHttpHandler Handler(HostAddress address) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = !address.Url.IsLoopback,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };
}
