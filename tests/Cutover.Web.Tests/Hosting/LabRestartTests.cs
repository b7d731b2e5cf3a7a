using System.Net;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Storage;
using Cutover.Lab;
using Cutover.Tests.Fixtures;
using Cutover.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Hosting;

public sealed class LabRestartTests : IDbContextFactory<CutoverContext>, IDisposable
{
    private const string Name = LabOptions.Record + ".";

    private const string Text = """
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          alarm: { cloudwatch: { alarm: wss } }
        dns: { ttl: { during: 7s } }
        steps:
          - { weight: 50 %, bake: 5m }
          - { weight: 100 %, bake: 5m }
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-web");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(folder.FullName, "cutover.db");

    public CutoverContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<CutoverContext>();
        EngineServices.UseSqlite(options, Database);
        return new CutoverContext(options.Options);
    }

    [Fact]
    public async Task A_restarted_lab_holds_the_weights_ttl_and_mark_of_the_open_run_until_it_starts_over()
    {
        var run = await LeaveOpenRunAsync();
        await using var lab = await StartAsync();
        Assert.Equal("127.0.3.1", lab.World!.Source.Address.Address.ToString());
        Assert.Equal(["envoy 0@7", "haproxy 100@7"], Pair(lab.World));
        Assert.Equal(run.Plan.Owner, Mark(lab.World!)!.Run);

        lab.World!.StartOver();
        Assert.Equal(["envoy 0@5", "haproxy 100@5"], Pair(lab.World));
        Assert.Null(Mark(lab.World));
    }

    [Fact]
    public async Task A_first_lab_holds_its_own_pair_and_no_mark()
    {
        await using var lab = await StartAsync();
        Assert.Equal(["envoy 0@5", "haproxy 100@5"], Pair(lab.World!));
        Assert.Null(Mark(lab.World!));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Pair(LabWorld world) => world.Zone.Accepted.Find(Name, "A")
        .Select(set => FormattableString.Invariant($"{set.SetIdentifier} {set.Weight}@{set.Ttl}")).Order(StringComparer.Ordinal);

    private static OwnershipMark? Mark(LabWorld world) =>
        world.Zone.Authoritative.Find(OwnershipMark.NameFor(Name), "TXT", null) is { } set
            ? OwnershipMark.Parse(new RecordSet(set.Name, set.Type, null, null, set.Ttl, set.Values))
            : null;

    // As it stands once its first batch was accepted: TTL lowered, mark made.
    private async Task<OpenRun> LeaveOpenRunAsync()
    {
        await using (var context = CreateDbContext())
        {
            await context.Database.MigrateAsync(Cancellation);
        }

        var (plan, started, journal) = (MakePlan(), new StartedEvent("alice", null), new RunJournal(this));
        var run = await journal.CreateAsync(plan, Text, started, BegunRun.Start(plan, started, Now), Now, Cancellation);
        var accepted = Occurrence.Of(new ChangeAcceptedEvent(1, "C1", null), run.Pending[0].Id);
        await journal.AppendAsync(run, accepted, RunMachine.Decide(run.Plan, run.State, accepted.Event, Now), Now, Cancellation);
        return run;
    }

    private static Plan MakePlan()
    {
        RecordSet[] pair =
        [
            new(Name, "A", "haproxy", 100, 60, ["127.0.2.1"]), new(Name, "A", "envoy", 0, 60, ["127.0.2.2"]),
        ];
        var zone = new HostedZone(LabOptions.ZoneId, "lab.example.", IsPrivate: false);
        return Assert.IsType<Planned>(Planner.Plan(
            Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(Text)).Playbook, ZoneView.Of(zone, [.. pair]), Pace.Default)).Plan;
    }

    private Task<LabHosting> StartAsync() => LabHosting.StartAsync(
        new CutoverOptions { Lab = true, Database = Database },
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Lab:Route53Port"] = "0",
            ["Lab:CloudWatchPort"] = "0",
            ["Lab:DnsPort"] = "0",
            ["Lab:Clients"] = "1",
            ["Lab:StatisticsPort"] = "0",
            ["Lab:SourceAddress"] = "127.0.3.1",
            ["Lab:TargetAddress"] = "127.0.3.2",
            ["Lab:EdgePort"] = $"{FreePort.On(IPAddress.Parse("127.0.3.1"))}",
            ["Logging:LogLevel:Default"] = "None",
        }).Build());
}
