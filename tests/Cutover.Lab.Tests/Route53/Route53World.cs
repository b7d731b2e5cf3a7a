using System.Xml.Linq;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Tests.Route53;

/// <summary>The emulator with one zone, a clock that stands still, and a client that signs with AWSSDK.Core.</summary>
internal sealed class Route53World : IAsyncDisposable
{
    internal const string Root = "/2013-04-01/";
    internal static readonly LabCredentials Key = new("AKIALAB", "lab-secret");
    internal static readonly TimeSpan InsyncDelay = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http;

    private Route53World(Route53Emulator emulator, WatchedTime time, AWSCredentials credentials)
    {
        (Emulator, Time) = (emulator, time);
        Zone = emulator.Zones.Create("lab.example", "ZLAB");
        _http = SignedClient(credentials);
    }

    internal WatchedTime Time { get; }

    internal Route53Emulator Emulator { get; }

    internal HostedZone Zone { get; }

    internal static async Task<Route53World> StartAsync(
        Func<Route53EmulatorOptions, Route53EmulatorOptions>? adjust = null,
        AWSCredentials? credentials = null,
        DateTimeOffset? start = null)
    {
        var time = new WatchedTime(start ?? new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new Route53EmulatorOptions
        {
            Credentials = [Key],
            InsyncDelay = InsyncDelay,
            ProcessingWindow = TimeSpan.Zero,
            RequestsPerSecond = 1000,
            Random = new Random(1),
        };
        var emulator = await Route53Emulator.StartAsync(adjust?.Invoke(options) ?? options, time, TestContext.Current.CancellationToken);
        return new(emulator, time, credentials ?? new BasicAWSCredentials(Key.AccessKeyId, Key.SecretAccessKey));
    }

    internal Task<Route53Answer> GetAsync(string target) => SendAsync(new(HttpMethod.Get, Root + target));

    internal Task<Route53Answer> ListAsync(string query = "") => GetAsync("hostedzone/ZLAB/rrset" + query);

    internal Task<Route53Answer> PostAsync(string target, string body) =>
        SendAsync(new(HttpMethod.Post, Root + target) { Content = new StringContent(body) });

    internal Task<Route53Answer> ChangeAsync(params string[] changes) => PostAsync("hostedzone/ZLAB/rrset/", ChangeXml.Batch(changes));

    internal async Task<string> StatusAsync(string changeId) => (await GetAsync(changeId.TrimStart('/'))).Value("Status");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    private HttpClient SignedClient(AWSCredentials credentials)
    {
        var parameters = new AWSSigV4Parameters
        {
            Credentials = credentials,
            Region = RegionEndpoint.USEast1,
            Service = "route53",
            SignPayload = true,
            SignedAt = Time.GetUtcNow().UtcDateTime,
        };
        return new(new SigV4SigningHandler(parameters, new SocketsHttpHandler())) { BaseAddress = Emulator.Endpoint };
    }

    private async Task<Route53Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, XElement.Parse(body), response.Headers.Location);
    }
}
