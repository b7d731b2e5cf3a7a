using System.Collections.Immutable;
using System.Net;
using System.Xml.Linq;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Cutover.Lab.CloudWatch;

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>An emulator on a clock that the test advances, and a signed client that sees the raw answers.</summary>
internal sealed class CloudWatchBench : IAsyncDisposable
{
    internal const string Key = "AKIDLAB";
    internal const string Secret = "lab-secret";
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly SocketsHttpHandler _transport = new();

    private CloudWatchBench(CloudWatchEmulator emulator, WatchedTime time) => (Emulator, Time) = (emulator, time);

    internal CloudWatchEmulator Emulator { get; }

    internal WatchedTime Time { get; }

    internal static async Task<CloudWatchBench> OpenAsync(Func<CloudWatchEmulatorOptions, CloudWatchEmulatorOptions>? change = null)
    {
        var time = new WatchedTime(Start);
        var options = new CloudWatchEmulatorOptions { Credentials = new(Key, Secret), PublicationDelay = TimeSpan.Zero };
        var emulator = await CloudWatchEmulator.StartAsync(change?.Invoke(options) ?? options, time, TestContext.Current.CancellationToken);
        return new(emulator, time);
    }

    /// <summary>The result element of an operation; fails the test when the call is refused.</summary>
    internal async Task<XElement> CallAsync(string action, params (string Name, string Value)[] fields)
    {
        var (status, answer) = await SendAsync(action, fields);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer;
    }

    /// <summary>Status, type, code and message of a refused call.</summary>
    internal async Task<Refusal> RefusedAsync(string action, params (string Name, string Value)[] fields)
    {
        var (status, answer) = await SendAsync(action, fields);
        Assert.Equal("ErrorResponse", answer.Name.LocalName);
        Assert.NotEmpty(answer.One("RequestId"));
        return new((int)status, answer.One("Type"), answer.One("Code"), answer.One("Message"));
    }

    internal async Task<(HttpStatusCode Status, XElement Answer)> SendAsync(
        string action, (string Name, string Value)[] fields, string secret = Secret)
    {
        var form = fields
            .Prepend(("Version", "2010-08-01"))
            .Prepend(("Action", action))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var client = Client(secret);
        using var answer = await client.PostAsync(
            Emulator.Endpoint, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
        return (answer.StatusCode, XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    internal HttpClient Client(string secret = Secret) => new(
        new SigV4SigningHandler(
            new AWSSigV4Parameters
            {
                Credentials = new BasicAWSCredentials(Key, secret),
                Region = RegionEndpoint.USEast1,
                Service = "monitoring",
                SignPayload = true,
                SignedAt = Time.GetUtcNow().UtcDateTime,
            },
            _transport),
        disposeHandler: false);

    internal MetricPublisher Publisher() => new(Emulator.Endpoint, "us-east-1", Key, Secret, "Lab/Edge", Time);

    /// <summary>Puts values of one metric at seconds after <see cref="Start"/>.</summary>
    internal async Task PutAsync(string metric, params (int Second, double Value)[] values)
    {
        using var publisher = Publisher();
        MetricDatum[] data = [.. values.Select(item =>
            new MetricDatum(metric, ImmutableSortedDictionary<string, string>.Empty, [item.Value], Start.AddSeconds(item.Second)))];
        Assert.Equal(new PublishOutcome(data.Length), await publisher.PublishAsync(data, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _transport.Dispose();
    }
}
