using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Tests.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Storage;

public sealed class TakeUpTests
{
    [Fact]
    public async Task A_run_that_someone_else_moved_on_is_taken_up_again_from_the_database()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));
        await engine.UntilPhaseAsync(run, RunPhase.Settling);

        while (!await MoveOnAsync(engine))
        {
        }

        await engine.UntilPhaseAsync(run, RunPhase.Completed);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task A_write_left_over_from_before_a_rollback_is_not_made_after_it()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Route53.Faults.KeepPending = true;
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilPhaseAsync(run, RunPhase.Syncing);
        await engine.ActAsync(run, OperatorAct.RollBack, "pager");
        await engine.UntilPhaseAsync(run, RunPhase.RollbackSyncing);
        await engine.Host.DisposeAsync();
        BrokenDatabase.Execute(engine.Database, "UPDATE Commands SET DoneAt = NULL WHERE Command LIKE '%apply-weights%\"change\":1,%'");

        var written = new List<string>();
        engine.Lab.Zone.ChangeAccepted += _ => written.Add(engine.Weights());
        await engine.StartHostAsync();
        engine.Lab.Route53.Faults.KeepPending = false;
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.DoesNotContain("50/50", written);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task What_a_finished_run_had_no_time_to_say_is_said_at_the_next_start()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.ActAsync(run, OperatorAct.Abandon, "another day");
        await engine.Host.DisposeAsync();
        BrokenDatabase.Execute(engine.Database, "UPDATE Commands SET DoneAt = NULL WHERE Id = (SELECT MAX(Id) FROM Commands)");

        await engine.StartHostAsync();

        (await engine.LedgerAsync(run)).AssertWhole();
    }

    private static async Task<bool> MoveOnAsync(LabEngine engine)
    {
        var now = DateTimeOffset.UtcNow;
        var open = Assert.Single(await engine.Host.Journal.OpenRunsAsync(TestContext.Current.CancellationToken));
        try
        {
            await engine.Host.Journal.AppendAsync(
                open,
                Occurrence.Of(new TickedEvent()),
                RunMachine.Decide(open.Plan, open.State, new TickedEvent(), now),
                now,
                TestContext.Current.CancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
