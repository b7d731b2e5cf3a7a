using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Tests.Storage;

public sealed class MeasuredForecastTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_history_nothing_is_measured()
    {
        await using var bench = await StorageBench.CreateAsync();
        Assert.Equal(Forecast.Unmeasured, await bench.ForecastAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_that_is_not_accepted_yet_measures_nothing()
    {
        await using var bench = await StorageBench.CreateAsync();
        await bench.StartRunAsync();
        Assert.Equal(Forecast.Unmeasured, await bench.ForecastAsync(Cancellation));
    }

    [Fact]
    public async Task Medians_are_taken_over_the_changes_that_came_to_their_end()
    {
        await using var bench = await StorageBench.CreateAsync();
        foreach (var (write, sync) in new[] { (200, 9_000), (300, 3_000), (9_000, 60_000) })
        {
            await EndAsync(bench, await ChangeAsync(bench, write, sync));
        }

        await ChangeAsync(bench, write: 250, sync: null);
        Assert.Equal(new Forecast(null, Measured(250, 4), Measured(9_000, 3)), await bench.ForecastAsync(Cancellation));
    }

    [Fact]
    public async Task A_write_that_is_tried_again_began_with_its_first_command()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await bench.StartRunAsync();
        run = await AppendAsync(bench, run, 100, Occurrence.Of(new ChangeFailedEvent(1, ChangeFailure.Passing, "Throttling"), run.Pending[0].Id));
        run = await AppendAsync(bench, run, 5_000, Occurrence.Of(new TickedEvent()));
        await AppendAsync(bench, run, 5_200, Occurrence.Of(new ChangeAcceptedEvent(1, "C1", null)));
        Assert.Equal(Measured(5_200, 1), (await bench.ForecastAsync(Cancellation)).Write);
    }

    [Fact]
    public async Task The_decision_is_timed_from_the_verdict_that_failed()
    {
        await using var bench = await StorageBench.CreateAsync();
        var run = await ChangeAsync(bench, write: 100, sync: 2_000);
        var failed = new StackVerdict(Verdict.Failed, 1, 1, At(10_000), At(30_000), "the alarm wss is in ALARM");
        run = await AppendAsync(bench, run, 31_040, new Occurrence(new GateJudgedEvent("alarm", failed, null), null, [Row(run.Id, failed, 31_000)]));
        Assert.Equal(RunPhase.RollbackApplying, run.State.Phase);
        Assert.Equal(Measured(40, 1), (await bench.ForecastAsync(Cancellation)).Decide);
    }

    [Fact]
    public async Task Only_the_latest_changes_count()
    {
        await using var bench = await StorageBench.CreateAsync();
        foreach (var _ in Enumerable.Range(0, MeasuredForecast.Latest))
        {
            await EndAsync(bench, await ChangeAsync(bench, write: 900, sync: 9_000));
        }

        foreach (var _ in Enumerable.Range(0, MeasuredForecast.Latest))
        {
            await EndAsync(bench, await ChangeAsync(bench, write: 100, sync: 1_000));
        }

        Assert.Equal(
            new Forecast(null, Measured(100, MeasuredForecast.Latest), Measured(1_000, MeasuredForecast.Latest)),
            await bench.ForecastAsync(Cancellation));
    }

    private static MeasuredTime Measured(double milliseconds, int changes) => new(TimeSpan.FromMilliseconds(milliseconds), changes);

    private static DateTimeOffset At(double milliseconds) => StorageBench.Now + TimeSpan.FromMilliseconds(milliseconds);

    private static async Task<OpenRun> ChangeAsync(StorageBench bench, int write, int? sync)
    {
        var run = await bench.StartRunAsync();
        run = await AppendAsync(bench, run, write, Occurrence.Of(new ChangeAcceptedEvent(1, "C1", null), run.Pending[0].Id));
        return sync is null ? run : await AppendAsync(bench, run, write + sync.Value, Occurrence.Of(new ChangeInSyncEvent(1)));
    }

    private static Task<OpenRun> EndAsync(StorageBench bench, OpenRun run) => AppendAsync(
        bench, run, 100_000, Occurrence.Of(new OperatorAskedEvent(OperatorAct.Abandon, "alice", "measured")));

    private static async Task<OpenRun> AppendAsync(StorageBench bench, OpenRun run, double milliseconds, Occurrence occurrence)
    {
        var decision = RunMachine.Decide(run.Plan, run.State, occurrence.Event, At(milliseconds));
        var issued = await bench.Journal.AppendAsync(run, occurrence, decision, At(milliseconds), Cancellation);
        return run with { State = decision.State, Sequence = run.Sequence + 1, Pending = issued };
    }

    private static VerdictRecord Row(long run, StackVerdict verdict, double milliseconds) => new()
    {
        RunId = run,
        Gate = "alarm",
        Stack = StackRole.Target,
        At = At(milliseconds),
        Verdict = verdict.Verdict,
        Samples = verdict.Samples,
        DataFrom = verdict.DataFrom,
        DataTo = verdict.DataTo,
        Objective = "OK",
        Words = verdict.Words,
        Measurements = "[]",
    };
}
