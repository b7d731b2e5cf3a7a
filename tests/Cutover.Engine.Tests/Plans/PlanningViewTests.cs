using System.Collections.Immutable;
using Amazon.Runtime;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Aws.Wire;
using Cutover.Engine.Tests.Storage;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Plans;

/// <summary>What is read before a plan is made, from an emulated account with two zones, and from a database.</summary>
public sealed class PlanningViewTests : IAsyncLifetime
{
    private const string Owner = "1-9f3c21ab";

    private static readonly OwnershipMark Mark = new(Owner, [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60)]);

    private readonly LabCredentials key = new("LABACCESSKEY00000000", new string('s', 40));
    private Route53Emulator route53 = null!;
    private AwsConnection aws = null!;
    private StorageBench storage = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Playbook Playbook { get; } = Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(SamplePlan.Text)).Playbook with
    {
        Records = 
        [
            new RecordSelector("lab.example", "wss.lab.example", [RecordType.A]),
            new RecordSelector("Z0OTHER", "a.other.example", [RecordType.A]),
        ],
    };

    public async ValueTask InitializeAsync()
    {
        route53 = await Route53Emulator.StartAsync(new Route53EmulatorOptions { Credentials = [key] }, TimeProvider.System, Cancellation);
        aws = new AwsConnection(
            new AwsOptions { Region = "us-east-1", Route53Endpoint = route53.Endpoint },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey));
        storage = await StorageBench.CreateAsync();
        route53.Zones.Create("lab.example", "Z0LAB").Seed(
            ZoneRecordSet.Weighted("wss.lab.example", "A", "haproxy", 100, 60, "127.0.1.1"),
            ZoneRecordSet.WeightedAlias("wss.lab.example", "A", "envoy", 0, new ZoneAlias("Z0LAB", "pool.lab.example.")),
            ZoneRecordSet.Simple("pool.lab.example", "A", 60, "127.0.1.2"),
            ZoneRecordSet.Simple("_cutover.wss.lab.example", "TXT", 60, $"\"{Mark}\""),
            ZoneRecordSet.Simple("unasked.lab.example", "A", 60, "127.0.1.9"));
        route53.Zones.Create("other.example", "Z0OTHER").Seed(
            ZoneRecordSet.Weighted("a.other.example", "A", "haproxy", 100, 60, "127.0.1.1"),
            ZoneRecordSet.Weighted("a.other.example", "A", "envoy", 0, 60, "127.0.1.2"));
    }

    public async ValueTask DisposeAsync()
    {
        aws.Dispose();
        await route53.DisposeAsync();
        await storage.DisposeAsync();
    }

    [Fact]
    public async Task Every_zone_is_read_for_its_own_names_their_marks_and_what_aliases_point_at()
    {
        var view = await ReadAsync(Playbook);
        Assert.Equal(["Z0LAB", "Z0OTHER"], view.Zones.Select(content => content.Zone.Id));
        Assert.Equal(
            ["_cutover.wss.lab.example.", "pool.lab.example.", "wss.lab.example.", "wss.lab.example."],
            view.Zones[0].Sets.Select(set => set.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["a.other.example.", "a.other.example."], view.Zones[1].Sets.Select(set => set.Name));
    }

    [Fact]
    public async Task A_mark_keeps_a_run_away_until_its_own_run_is_known_as_over()
    {
        var refused = Assert.IsType<PlanRefused>(Planner.Plan(Playbook, await ReadAsync(Playbook), Pace.Default));
        Assert.Contains(Owner, Assert.Single(refused.Refusals).Message, StringComparison.Ordinal);

        var ended = await EndARunAsync();
        route53.Zones.Find("Z0LAB")!.Seed(
            ZoneRecordSet.Simple("_cutover.wss.lab.example", "TXT", 60, $"\"{Mark with { Run = ended }}\""));
        var plan = Assert.IsType<Planned>(Planner.Plan(Playbook, await ReadAsync(Playbook), Pace.Default)).Plan;
        Assert.Equal(TimeSpan.FromSeconds(60), plan.Records[0].AliasTtl);
        Assert.Equal([ended], plan.Supersedes);
    }

    [Fact]
    public async Task Of_two_zones_with_one_name_none_is_read()
    {
        route53.Zones.Create("lab.example", "Z0TWIN");
        var view = await ReadAsync(Playbook with { Records = [Playbook.Records[0]] });
        Assert.Equal(["Z0LAB", "Z0TWIN"], view.Zones.Select(content => content.Zone.Id).Order(StringComparer.Ordinal));
        Assert.All(view.Zones, content => Assert.Empty(content.Sets));
    }

    private async Task<ZoneView> ReadAsync(Playbook playbook) =>
        (await new PlanningView(aws, storage).ReadAsync(playbook, Cancellation)).Value();

    private async Task<string> EndARunAsync()
    {
        var (plan, started) = (SamplePlan.Make(), new StartedEvent("alice", null));
        var run = await storage.Journal.CreateAsync(
            plan, SamplePlan.Text, started, RunMachine.Start(plan, started, StorageBench.Now), StorageBench.Now, Cancellation);
        await using var context = storage.CreateDbContext();
        await context.Runs.ExecuteUpdateAsync(row => row.SetProperty(one => one.IsOpen, false), Cancellation);
        await context.Claims.ExecuteDeleteAsync(Cancellation);
        return run.Plan.Owner!;
    }
}
