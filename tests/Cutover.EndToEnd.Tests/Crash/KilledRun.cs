using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>One run, driven by host processes that are killed one after the other.</summary>
/// <param name="kills">When, in order, each with what is waited for beyond that moment.</param>
/// <param name="refuses">The target refuses every handshake once the first step bakes, so that the run must roll back.</param>
internal sealed class KilledRun(int number, IReadOnlyList<(Moment At, TimeSpan Later)> kills, bool refuses, CancellationToken cancellation)
{
    private static readonly Moment Bake = new(1, RunPhase.Baking);
    private static readonly Moment Over = new(int.MaxValue, RunPhase.Abandoned);

    private readonly List<string> written = ["100/0"];
    private readonly List<(RunPhase At, DateTimeOffset Again)> deaths = [];
    private readonly RunProgress progress = new();

    public async Task<IReadOnlyList<KillReport>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cutover-");
        var database = Path.Combine(folder.FullName, "cutover.db");
        await using var lab = await FastLab.StartAsync(cancellation);
        lab.Route53.Faults.ExtraLatency = TimeSpan.FromMilliseconds(100);
        lab.Zone.ChangeAccepted += _ => Changed(lab);
        var run = await DriveAsync(lab, database);
        var ledger = await RunLedger.ReadAsync(database, run, cancellation);
        Check(lab, ledger);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return [.. deaths.Select(death => new KillReport(
            number, death.At, ledger.Decisions.FirstOrDefault(decision => decision.At > death.Again)?.At - death.Again, ledger.Row.Phase))];
    }

    private async Task<long> DriveAsync(LabWorld lab, string database)
    {
        var host = await HostProcess.StartAsync(HostCommand.Against(lab, database), cancellation);
        try
        {
            var run = await host.StartRunAsync(
                FastLab.Playbook(lab, refuses ? SampleSteps.LongBake : SampleSteps.Two, FastLab.PatientNoData), "to be killed");
            foreach (var (at, later) in kills)
            {
                await ReachAsync(lab, host, at);
                await KillLaterAsync(host, later);
                await DiedAsync(database, run);
                await host.DisposeAsync();
                host = await HostProcess.StartAsync(HostCommand.Against(lab, database), cancellation);
            }

            await ReachAsync(lab, host, Over);
            await host.StopAsync(cancellation);
            return run;
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private async Task ReachAsync(LabWorld lab, HostProcess host, Moment wanted)
    {
        if (refuses && wanted.CompareTo(Bake) > 0)
        {
            await progress.ReachAsync(host, Bake, cancellation);
            lab.Target.Dials.RefuseHandshakes = 100;
        }

        await progress.ReachAsync(host, wanted, cancellation);
    }

    // The span is not waited for in the hope of something: the moment of death is what is being tried.
    private async Task KillLaterAsync(HostProcess host, TimeSpan later)
    {
        using var timer = new PeriodicTimer(later);
        await timer.WaitForNextTickAsync(cancellation);
        await host.KillAsync(cancellation);
    }

    private async Task DiedAsync(string database, long run)
    {
        var ledger = await RunLedger.ReadAsync(database, run, cancellation);
        progress.Now = new Moment(ledger.State.Step + 1, ledger.Row.Phase);
        deaths.Add((ledger.Row.Phase, DateTimeOffset.UtcNow));
    }

    private void Changed(LabWorld lab)
    {
        if (FastLab.Weights(lab) is var weights && written[^1] != weights)
        {
            written.Add(weights);
        }
    }

    private void Check(LabWorld lab, RunLedger ledger)
    {
        ledger.AssertWhole();
        Assert.Equal(refuses ? RunPhase.RolledBack : RunPhase.Completed, ledger.Row.Phase);
        Assert.Equal(ledger.Applied, FastLab.Weights(lab));
        Assert.Equal(refuses ? ["100/0", "50/50", "100/0"] : ["100/0", "50/50", "0/100"], written);
    }
}
