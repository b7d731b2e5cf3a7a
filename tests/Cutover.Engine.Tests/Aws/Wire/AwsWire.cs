using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Amazon.Runtime;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>Both clients against one scripted server, under a clock that stands still.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by each test.")]
public sealed class AwsWire : IAsyncDisposable
{
    private readonly AwsConnection connection;

    private AwsWire(
        ScriptedServer server, Func<AwsOptions, AwsOptions> change, AWSCredentials? credentials, IMeterFactory? meters)
    {
        Server = server;
        Options = change(Patient(server.Endpoint));
        credentials ??= new BasicAWSCredentials(SignatureCheck.AccessKey, SignatureCheck.SecretKey);
        connection = new AwsConnection(Options, Time, Log, credentials, meters);
    }

    public ScriptedServer Server { get; }

    public AwsOptions Options { get; }

    public WatchedTime Time { get; } = new();

    public RecordingLogger<AwsConnection> Log { get; } = new();

    public Route53Client Route53 => connection.Route53;

    public CloudWatchClient CloudWatch => connection.CloudWatch;

    public static async Task<AwsWire> StartAsync(
        Func<AwsOptions, AwsOptions>? change = null, IMeterFactory? meters = null, AWSCredentials? credentials = null) =>
        new(await ScriptedServer.StartAsync(), change ?? (options => options), credentials, meters);

    /// <summary>Moves the clock over the next wait between two tries.</summary>
    public async Task PassNextWaitAsync() => Time.Advance(await Time.NextWaitAsync(Options.Normal.MaxDelay));

    /// <summary>
    /// Passes every wait that begins, for a retry or for a token, until the call is over: after Throttling the two take turns in no order
    /// that a test may count on. The second more lets a token come back.
    /// </summary>
    public async Task<T> PassWaitsAsync<T>(Task<T> call)
    {
        while (true)
        {
            var wait = Time.NextWaitAsync(Options.Normal.MaxDelay);
            if (await Task.WhenAny(call, wait) == call)
            {
                return await call;
            }

            Time.Advance(await wait + TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        connection.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Deadlines far longer than any wait between tries, so that a test can tell the timers apart.</summary>
    private static AwsOptions Patient(Uri endpoint)
    {
        var retry = new RetryOptions { AttemptTimeout = TimeSpan.FromMinutes(5), TotalTime = TimeSpan.FromMinutes(20) };
        var urgent = RetryOptions.ForUrgentCalls with { AttemptTimeout = retry.AttemptTimeout, TotalTime = retry.TotalTime };
        return new AwsOptions { Region = "eu-central-1", Endpoint = endpoint, Normal = retry, Urgent = urgent };
    }
}
