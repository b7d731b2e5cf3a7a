using System.Collections.Immutable;
using Amazon.Runtime;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Lab.Aws;
using Cutover.Lab.CloudWatch;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Gates.CloudWatch;

/// <summary>The lab's CloudWatch with data of the caller's, and a client before it.</summary>
internal sealed class EmulatedCloudWatch : IAsyncDisposable
{
    public const string Playbook = """
        version: 1
        name: metrics
        records: [{ zone: lab.example, name: wss.lab.example }]
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          watched: GATE
        steps: [{ weight: 100 %, bake: 60s }]
        noData: { holdAfter: 30m, rollBackAfter: 1h }
        """;

    private EmulatedCloudWatch(CloudWatchEmulator emulator, LabCredentials key)
    {
        Emulator = emulator;
        Aws = new AwsConnection(
            new AwsOptions
            {
                Region = "us-east-1",
                CloudWatchEndpoint = emulator.Endpoint,
                Normal = new RetryOptions { Attempts = 2, BaseDelay = TimeSpan.FromMilliseconds(10), AttemptTimeout = TimeSpan.FromMinutes(1) },
            },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey));
    }

    public CloudWatchEmulator Emulator { get; }

    public AwsConnection Aws { get; }

    public SeriesReader Reader => new(Aws.CloudWatch);

    /// <summary>The beginning of this minute.</summary>
    public DateTimeOffset Minute { get; } = Core.Gates.PeriodGrid.Begin(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<EmulatedCloudWatch> StartAsync(int pageSize = 100_800)
    {
        var key = new LabCredentials("AKIDEXAMPLE", "secret");
        var options = new CloudWatchEmulatorOptions
        {
            Credentials = key, PublicationDelay = TimeSpan.Zero, PageSize = pageSize, Retention = TimeSpan.FromDays(16),
        };
        return new EmulatedCloudWatch(await CloudWatchEmulator.StartAsync(options, TimeProvider.System, Cancellation), key);
    }

    /// <summary>A playbook with this one gate.</summary>
    public static Playbook With(string gate) => ((PlaybookAccepted)PlaybookReader.Read(
        Playbook.Replace("GATE", gate, StringComparison.Ordinal))).Playbook;

    /// <summary>Puts one datum of each minute, from so many minutes ago until this one.</summary>
    public void Put(string metric, string stack, int minutesAgo, Func<int, double?> value)
    {
        for (var ago = minutesAgo; ago >= 0; ago--)
        {
            if (value(ago) is { } number)
            {
                Emulator.Store.Put("Lab/Edge", new MetricDatum(
                    metric,
                    ImmutableSortedDictionary<string, string>.Empty.Add("Stack", stack),
                    [number],
                    Minute.AddMinutes(-ago)));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Aws.Dispose();
        await Emulator.DisposeAsync();
    }
}
