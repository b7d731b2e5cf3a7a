using Amazon.Runtime;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;
using Cutover.Engine.Dns.Readings;
using Cutover.Engine.Tests.Aws.Wire;
using Cutover.Engine.Tests.Plans;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;
using Microsoft.Extensions.Logging.Abstractions;
using HostedZone = Cutover.Lab.Route53.Zones.HostedZone;

namespace Cutover.Engine.Tests.Dns;

/// <summary>
/// One weighted pair at 100/0 in an emulated zone, a plan that moves it, and the actuator before it; real HTTP between them.
/// </summary>
internal sealed class PairBench : IAsyncDisposable
{
    public const string Name = SamplePlan.Name;

    private readonly AwsConnection aws;
    private readonly List<string> accepted = [];

    private PairBench(Route53Emulator route53, HostedZone zone, LabCredentials key)
    {
        (Route53, Zone) = (route53, zone);
        var retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromMilliseconds(50) };
        aws = new AwsConnection(
            new AwsOptions { Region = "us-east-1", Route53Endpoint = route53.Endpoint, Normal = retry, Urgent = retry },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey));
        Pairs = new WeightedPairs(aws.Route53, new ZoneReader(aws.Route53, TimeProvider.System));
        zone.ChangeAccepted += _ => accepted.Add(Weights);
    }

    public Route53Emulator Route53 { get; }

    public HostedZone Zone { get; }

    public WeightedPairs Pairs { get; }

    public Plan Plan { get; private set; } = null!;

    /// <summary>The zone's weights after each batch that Route 53 accepted.</summary>
    public IReadOnlyList<string> Accepted => accepted;

    /// <summary>The weights of the pair, source/target.</summary>
    public string Weights => $"{Find("haproxy")?.Weight}/{Find("envoy")?.Weight}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PairBench> StartAsync()
    {
        var key = new LabCredentials("LABACCESSKEY00000000", new string('s', 40));
        var options = new Route53EmulatorOptions { Credentials = [key], InsyncDelay = TimeSpan.FromMilliseconds(50) };
        var route53 = await Route53Emulator.StartAsync(options, TimeProvider.System, Cancellation);
        var zone = route53.Zones.Create("lab.example", "Z0LABEXAMPLE000000000");
        zone.Seed(
            ZoneRecordSet.Weighted(Name, "A", "haproxy", 100, 60, "127.0.1.1"),
            ZoneRecordSet.Weighted(Name, "A", "envoy", 0, 60, "127.0.1.2"));
        var bench = new PairBench(route53, zone, key);
        bench.Plan = await bench.MakePlanAsync();
        route53.Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        return bench;
    }

    /// <summary>Applies the weights of the first step, 50/50.</summary>
    public Task<RunEvent> ApplyAsync(bool overwrite = false) =>
        Pairs.ApplyAsync(Plan, 7, new ApplyWeightsCommand(1, Plan.Zones[0].Id, Plan.WeightsOf(0), [Plan.Initial], overwrite, Release: false, Marked: false, Urgent: false), Cancellation);

    /// <summary>Restores the initial weights, urgently.</summary>
    public Task<RunEvent> RollBackAsync(bool overwrite) =>
        Pairs.ApplyAsync(Plan, 7, new ApplyWeightsCommand(2, Plan.Zones[0].Id, Plan.Initial, [Plan.WeightsOf(0)], overwrite, Release: true, Marked: true, Urgent: true), Cancellation);

    /// <summary>Someone else's batch, through the API.</summary>
    public async Task WriteAsync(params IEnumerable<RecordSetChange> changes) =>
        (await aws.Route53.ChangeRecordSetsAsync(Zone.Id, [.. changes], "someone else", CallPriority.Normal, Cancellation)).Value();

    public ZoneRecordSet? Find(string? setIdentifier) => Zone.Accepted.Find(Name, "A", setIdentifier);

    public async ValueTask DisposeAsync()
    {
        aws.Dispose();
        await Route53.DisposeAsync();
    }

    private async Task<Plan> MakePlanAsync()
    {
        var zones = (await aws.Route53.ListHostedZonesByNameAsync("lab.example", CallPriority.Normal, Cancellation)).Value();
        var sets = (await aws.Route53.ReadRecordSetsAsync(Zone.Id, Name, CallPriority.Normal, Cancellation)).Value();
        return SamplePlan.Make(zones, sets);
    }
}
