using System.Collections.Immutable;
using Amazon.Runtime;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Engine.Api;
using Cutover.Engine.Auditing;
using Cutover.Engine.Aws;
using Cutover.Engine.Conversions;
using Cutover.Engine.Tests.Aws.Wire;
using Cutover.Engine.Tests.Storage;
using Cutover.Engine.Views;
using Cutover.Lab.Aws;
using Cutover.Lab.Dns;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;
using Microsoft.Extensions.Logging.Abstractions;
using HostedZone = Cutover.Lab.Route53.Zones.HostedZone;

namespace Cutover.Engine.Tests.Conversions;

/// <summary>A simple record in an emulated zone, its name server, a database, and the conversions before them; real HTTP and DNS.</summary>
internal sealed class ConversionBench : IAsyncDisposable
{
    public const string Name = "wss.lab.example.";
    public const string SourceAddress = "127.0.1.1";
    public const string TargetAddress = "127.0.1.2";

    private readonly AwsConnection aws;

    private ConversionBench(Route53Emulator route53, HostedZone zone, LabDnsServer dns, StorageBench storage, LabCredentials key)
    {
        (Route53, Zone, Dns, Storage) = (route53, zone, dns, storage);
        var retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromMilliseconds(50) };
        aws = new AwsConnection(
            new AwsOptions { Region = "us-east-1", Route53Endpoint = route53.Endpoint, Normal = retry, Urgent = retry },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey));
        Conversions = new ZoneConversions(aws, storage, TimeProvider.System, NullLoggerFactory.Instance);
        Archive = new ConversionArchive(aws, storage, TimeProvider.System);
    }

    public static ConversionRequest Adoption { get; } = new(ConversionKind.Adopt, Text("lab.example"), [TargetAddress]);

    public static ConversionRequest Finishing { get; } = new(ConversionKind.Finish, Text("lab.example"));

    public Route53Emulator Route53 { get; }

    public HostedZone Zone { get; }

    public LabDnsServer Dns { get; }

    public StorageBench Storage { get; }

    public ZoneConversions Conversions { get; }

    public ConversionArchive Archive { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ConversionBench> StartAsync()
    {
        var key = new LabCredentials("LABACCESSKEY00000000", new string('s', 40));
        var options = new Route53EmulatorOptions { Credentials = [key], InsyncDelay = TimeSpan.FromMilliseconds(50) };
        var route53 = await Route53Emulator.StartAsync(options, TimeProvider.System, Cancellation);
        var zone = route53.Zones.Create("lab.example", "Z1");
        zone.Seed(ZoneRecordSet.Simple(Name, "A", 60, SourceAddress));
        var dns = await LabDnsServer.StartAsync(new(), route53.Zones, new Random(20260301), Cancellation);
        route53.Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        return new ConversionBench(route53, zone, dns, await StorageBench.CreateAsync(), key);
    }

    /// <summary>A playbook of the name "wss" in each of these zones.</summary>
    public static string Text(params ReadOnlySpan<string> zones)
    {
        var records = string.Join("\n", zones.ToArray().Select(zone => $"  - {{ zone: {zone}, name: wss.{zone}, types: [A] }}"));
        return $$"""
            version: 1
            name: wss
            records:
            {{records}}
            stacks:
              source: { name: HAProxy, setIdentifier: haproxy }
              target: { name: Envoy, setIdentifier: envoy }
            gates:
              alarm: { cloudwatch: { alarm: wss } }
            steps:
              - { weight: 100 %, bake: 5m }
            """;
    }

    public async Task<Conversion> PreviewAsync(ConversionRequest request) =>
        Assert.IsType<ConversionPrepared>(await Conversions.PreviewAsync(request, Cancellation)).Conversion;

    /// <summary>Shows it, and has it written.</summary>
    public async Task<ConversionResult> ConvertAsync(ConversionRequest request, string? why = null) =>
        await Conversions.ConvertAsync(request, (await PreviewAsync(request)).Checksum(), new Origin("alice"), why, Cancellation);

    public async Task<ConversionView> ConvertedAsync(ConversionRequest request) =>
        Assert.IsType<ConversionDone>(await ConvertAsync(request)).Conversion;

    public Task<ConversionResult> UndoAsync(long id) => Conversions.UndoAsync(id, new Origin("bob"), "it was a mistake", Cancellation);

    public async Task<ConversionView> FindAsync(long id) =>
        await Archive.FindAsync(id, Cancellation) ?? throw new InvalidOperationException($"There is no conversion {id}.");

    public Task<ImmutableArray<ConversionView>> ListAsync(string playbook) => Archive.ListAsync(playbook, 0, 10, Cancellation);

    /// <summary>Asks, as a client does, until the change is INSYNC.</summary>
    public async Task<ConversionView> InSyncAsync(long id)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (await FindAsync(id) is { Sync: ConversionSync.InSync } found)
            {
                return found;
            }
        }
    }

    /// <summary>What the zone holds of the name, in words, as Route 53 accepted it.</summary>
    public async Task<ImmutableArray<string>> HeldAsync()
    {
        var sets = (await aws.Route53.ReadRecordSetsAsync("Z1", Name, CallPriority.Normal, Cancellation)).Value();
        return [.. sets.Select(RecordWords.Of)];
    }

    /// <summary>Someone else's batch, through the API.</summary>
    public Task<AwsOutcome<Engine.Aws.Route53.ZoneChange>> WriteAsync(params ImmutableArray<RecordSetChange> changes) =>
        aws.Route53.ChangeRecordSetsAsync("Z1", changes, "someone else", CallPriority.Normal, Cancellation);

    /// <summary>Gives the pair other weights, as someone at a console does.</summary>
    public void Weigh(int source, int target) => Zone.Seed(
        Zone.Accepted.Find(Name, "A", "haproxy")! with { Weight = source },
        Zone.Accepted.Find(Name, "A", "envoy")! with { Weight = target });

    public async ValueTask DisposeAsync()
    {
        aws.Dispose();
        await Dns.DisposeAsync();
        await Route53.DisposeAsync();
        await Storage.DisposeAsync();
    }
}
