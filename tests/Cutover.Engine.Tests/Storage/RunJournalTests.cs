using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Tests.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Storage;

public sealed class RunJournalTests
{
    private static readonly ChangeAcceptedEvent Accepted = new(1, "C1", null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_writers_the_second_is_refused_and_leaves_no_trace()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();
        await bench.AppendAsync(run, Occurrence.Of(new TickedEvent()));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => bench.AppendAsync(run, Occurrence.Of(Accepted, run.Pending[0].Id)));

        var ledger = await RunLedger.ReadAsync(bench.File, run.Id, Cancellation);
        Assert.Equal([1, 2], ledger.Decisions.Select(decision => decision.Sequence));
        Assert.Equal((2, RunPhase.Applying), (ledger.Row.Sequence, ledger.Row.Phase));
        Assert.Null(Assert.Single(ledger.Commands).DoneAt);
    }

    [Fact]
    public async Task A_record_is_claimed_by_one_open_run_only()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();

        await Assert.ThrowsAsync<DbUpdateException>(bench.StartRunAsync);

        Assert.Equal(run.Id, Assert.Single(await bench.Journal.OpenRunsAsync(Cancellation)).Id);
        Assert.False(await bench.Journal.ExistsAsync(run.Id + 1, Cancellation));
    }

    [Fact]
    public async Task The_end_of_a_run_sets_its_records_free_and_closes_what_was_under_way()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();
        await bench.AppendAsync(run, Occurrence.Of(new OperatorAskedEvent(OperatorAct.Abandon, "alice", "another day")));

        var next = await bench.StartRunAsync();

        var ledger = await RunLedger.ReadAsync(bench.File, run.Id, Cancellation);
        Assert.Equal((0, false), (ledger.Claims, ledger.Row.IsOpen));
        Assert.IsType<AnnounceCommand>(RunJson.Read<RunCommand>(Assert.Single(ledger.Commands, command => command.DoneAt is null).Command));
        Assert.Equal(next.Id, Assert.Single(await bench.Journal.OpenRunsAsync(Cancellation)).Id);
        Assert.Equal(run.Id, Assert.Single(await bench.Journal.LeftByFinishedRunsAsync(Cancellation)).Run);
    }

    [Fact]
    public async Task A_command_ends_in_the_transaction_of_the_decision_on_its_outcome()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();

        await bench.AppendAsync(run, Occurrence.Of(Accepted, run.Pending[0].Id));

        Assert.Equal(StorageBench.Now, Assert.Single((await RunLedger.ReadAsync(bench.File, run.Id, Cancellation)).Commands).DoneAt);
        Assert.Empty(Assert.Single(await bench.Journal.OpenRunsAsync(Cancellation)).Pending);
    }

    [Fact]
    public async Task Times_and_states_are_read_back_exactly()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();

        var ledger = await RunLedger.ReadAsync(bench.File, run.Id, Cancellation);
        var read = Assert.Single(await bench.Journal.OpenRunsAsync(Cancellation));

        Assert.Equal(StorageBench.Now.UtcTicks, ledger.Row.StartedAt.UtcTicks);
        Assert.Equal(StorageBench.Now.UtcTicks, Assert.Single(ledger.Decisions).At.UtcTicks);
        Assert.Equal(run.State.WakeAt, ledger.Row.WakeAt);
        Assert.Equal(RunJson.Write(run.State), RunJson.Write(read.State));
        Assert.Equal(RunJson.Write(run.Plan), RunJson.Write(read.Plan));
        Assert.Equal(RunJson.Write(run.Pending), RunJson.Write(read.Pending));
    }

    [Fact]
    public async Task Verdicts_whose_commit_failed_are_written_again_beside_others_that_came_between()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();
        var (first, second) = (Judged(run.Id), Judged(run.Id));
        bench.Commits.FailNext();
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => bench.AppendAsync(run, first));
        await bench.AppendAsync(run, second);

        await bench.AppendAsync(Assert.Single(await bench.Journal.OpenRunsAsync(Cancellation)), first);

        await using var context = bench.CreateDbContext();
        Assert.Equal([2, 3], await context.Verdicts.OrderBy(verdict => verdict.Sequence).Select(verdict => verdict.Sequence).ToListAsync(Cancellation));
    }

    private static Occurrence Judged(long run) => new(new TickedEvent(), null, [new VerdictRecord
    {
        RunId = run,
        Gate = "alarm",
        Stack = Core.Playbooks.StackRole.Target,
        At = StorageBench.Now,
        Verdict = Core.Gates.Verdict.Passed,
        Samples = 1,
        DataFrom = StorageBench.Now,
        DataTo = StorageBench.Now,
        Objective = "< 1",
        Words = "alarm is 0",
        Measurements = "[]",
    }]);
}
