using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;
using Microsoft.Data.Sqlite;

namespace Cutover.Engine.Tests.Storage;

public sealed class TroubledStorageTests
{
    [Fact]
    public async Task A_decision_that_the_database_refuses_is_made_again_and_nothing_is_lost()
    {
        var broken = new BrokenDatabase();
        await using var engine = await LabEngine.StartAsync(broken);
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));
        BrokenDatabase.RefuseDecisions(engine.Database);
        var asked = engine.ActAsync(run, OperatorAct.Pause, "lunch");

        await broken.Refused;
        Assert.False(asked.IsCompleted);
        BrokenDatabase.Mend(engine.Database);
        Assert.IsType<ActDone>(await asked);
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Resume));
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task A_locked_database_is_waited_for()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));
        Task<ActOutcome> asked;
        using (var connection = new SqliteConnection($"Data Source={engine.Database};Pooling=False"))
        {
            connection.Open();
            using var locked = connection.BeginTransaction();
            asked = engine.ActAsync(run, OperatorAct.Pause, "lunch");
            Assert.False(asked.IsCompleted);
            locked.Rollback();
        }

        Assert.IsType<ActDone>(await asked);
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack));
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task Who_waits_for_a_decision_is_let_go_when_the_host_stops_first()
    {
        var broken = new BrokenDatabase();
        await using var engine = await LabEngine.StartAsync(broken);
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));
        BrokenDatabase.RefuseDecisions(engine.Database);
        var asked = engine.ActAsync(run, OperatorAct.Pause, "lunch");

        await broken.Refused;
        await engine.Host.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task A_rollback_goes_out_although_its_announcement_cannot_be_ticked_off()
    {
        var broken = new BrokenDatabase();
        await using var engine = await LabEngine.StartAsync(broken);
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilPhaseAsync(run, RunPhase.Settling);
        BrokenDatabase.RefuseTicks(engine.Database);

        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "pager"));
        await engine.UntilPhaseAsync(run, RunPhase.RollbackSyncing);
        await broken.Refused;
        BrokenDatabase.Mend(engine.Database);
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        (await engine.LedgerAsync(run)).AssertWhole();
    }
}
