using Cutover.Core.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Crash;

/// <summary>One run, whose engine dies on the way and is replaced by another on the same database.</summary>
internal sealed class CrashRun(CrashCase crash, CancellationToken cancellation)
{
    private readonly List<string> written = ["100/0"];

    public async Task<CrashReport> RunAsync()
    {
        var point = new CrashPoint(crash.Commit, crash.Before);
        await using var engine = await LabEngine.StartAsync(point);
        engine.Lab.Zone.ChangeAccepted += _ => Changed(engine);
        point.Arm();
        var run = await DriveToDeathAsync(engine, point);
        await engine.Host.KillAsync();
        RunPhase? at = run is null ? null : (await RunLedger.ReadAsync(engine.Database, run.Value, cancellation)).Row.Phase;

        var again = DateTimeOffset.UtcNow;
        await engine.StartHostAsync();
        run ??= await engine.StartRunAsync(engine.Playbook(SampleSteps.Two, FastLab.PatientNoData));
        var view = await engine.UntilAsync(run.Value, view => view.Summary.Phase.IsFinished());
        var ledger = await engine.LedgerAsync(run.Value);
        Check(engine, ledger);
        return new CrashReport(
            crash,
            point.Reached.IsCompleted,
            at,
            view.Summary.Phase,
            ledger.Decisions.FirstOrDefault(decision => decision.At > again)?.At - again);
    }

    private void Changed(LabEngine engine)
    {
        if (crash.Refuses)
        {
            engine.Lab.Target.Dials.RefuseHandshakes = 100;
        }

        if (engine.Weights() is var weights && written[^1] != weights)
        {
            written.Add(weights);
        }
    }

    // Null when it died before there was a run.
    private async Task<long?> DriveToDeathAsync(LabEngine engine, CrashPoint point)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var over = WatchAsync(engine, watching.Token);
        await Task.WhenAny(over, point.Reached);
        await watching.CancelAsync();
        return await over ?? await FirstRunAsync(engine);
    }

    private static async Task<long?> WatchAsync(LabEngine engine, CancellationToken watching)
    {
        try
        {
            var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two, FastLab.PatientNoData));
            await engine.Host.UntilAsync(run, view => view.Summary.Phase.IsFinished(), watching);
            return run;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<long?> FirstRunAsync(LabEngine engine)
    {
        await using var context = RunLedger.Open(engine.Database);
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(context.Runs, cancellation) ? 1 : null;
    }

    private void Check(LabEngine engine, RunLedger ledger)
    {
        ledger.AssertWhole();
        Assert.Equal(crash.Refuses ? RunPhase.RolledBack : RunPhase.Completed, ledger.Row.Phase);
        Assert.Equal(ledger.Applied, engine.Weights());
        Assert.Equal(crash.Refuses ? ["100/0", "50/50", "100/0"] : ["100/0", "50/50", "0/100"], written);
    }
}
