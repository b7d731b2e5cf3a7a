using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab.Route53;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Changes that are not known to be in force for longer than the limit.</summary>
public sealed class OverdueTests
{
    [Fact]
    public async Task A_change_that_stays_PENDING_holds_the_run_and_the_rollback_over_it_gets_through_when_Route_53_goes_on()
    {
        await using var run = await ImpatientAsync();
        run.Engine.Lab.Route53.Faults.KeepPending = true;
        await run.BeginAsync(SampleSteps.LongBake);

        var held = await run.Engine.UntilAsync(run.Id, view => view.Summary.Hold?.Reason == HoldReason.SyncOverdue);
        Assert.Contains(" has been PENDING for ", held.Summary.Hold!.Words, StringComparison.Ordinal);
        Assert.IsType<ActDone>(await run.Engine.ActAsync(run.Id, OperatorAct.RollBack, "pager"));
        await run.UntilPhaseAsync(RunPhase.RollbackSyncing);
        await run.Engine.UntilAsync(run.Id, view => view.Summary.Hold?.Reason == HoldReason.SyncOverdue);
        run.Engine.Lab.Route53.Faults.KeepPending = false;
        await run.UntilPhaseAsync(RunPhase.RolledBack);

        await run.AssertEndsAsync("50/50", "100/0");
    }

    [Fact]
    public async Task A_change_that_nobody_could_ask_after_is_not_called_PENDING()
    {
        await using var run = await ImpatientAsync();
        var faults = run.Engine.Lab.Route53.Faults;
        faults.OnlyFor = Route53Operation.GetChange;
        faults.ServiceUnavailable.Next(int.MaxValue);
        await run.BeginAsync(SampleSteps.Two);

        var held = await run.Engine.UntilAsync(run.Id, view => view.Summary.Hold?.Reason == HoldReason.SyncOverdue);
        Assert.DoesNotContain("PENDING", held.Summary.Hold!.Words, StringComparison.Ordinal);
        Assert.Contains(
            "nobody knows whether it is in force; GetChange cannot be asked: ServiceUnavailable: ",
            held.Summary.Hold.Words,
            StringComparison.Ordinal);
        faults.ServiceUnavailable.Next(0);
        await run.UntilPhaseAsync(RunPhase.Settling);
        Assert.IsType<ActDone>(await run.Engine.ActAsync(run.Id, OperatorAct.Resume));
        await run.UntilPhaseAsync(RunPhase.Completed);

        await run.AssertEndsAsync("50/50", "0/100");
    }

    private static async Task<FaultyRun> ImpatientAsync() => FaultyRun.On(await LabEngine.StartAsync((engine, services) =>
    {
        QuickAws.Add(engine, services);
        var options = EngineHost.Options(engine.Lab, engine.Database);
        services.AddSingleton(options with { Pace = options.Pace with { SyncLimit = TimeSpan.FromSeconds(1) } });
    }));
}
