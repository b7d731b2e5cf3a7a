using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Tests.Fixtures;
using Cutover.Web.Tests.Components;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Runs in the database of a host that no engine drives: each decision is one that the test makes.</summary>
internal sealed class StoredRuns(RunningHost host)
{
    private readonly Dictionary<long, OpenRun> runs = [];

    private RunJournal Journal { get; } = host.App.Services.GetRequiredService<RunJournal>();

    /// <param name="zone">lab.example or other.example: two open runs cannot have the same record.</param>
    public async Task<long> StartAsync(RequestRecord? request = null, string zone = "lab.example")
    {
        var plan = SampleRuns.Of(SampleRuns.Text.Replace("lab.example", zone, StringComparison.Ordinal));
        var (started, now) = (new StartedEvent("ada", null), TimeProvider.System.GetUtcNow());
        var run = await Journal.CreateAsync(
            plan,
            SampleRuns.Text,
            started,
            BegunRun.Start(plan, started, now),
            now,
            origin: null,
            TestContext.Current.CancellationToken,
            request);
        runs[run.Id] = run;
        return run.Id;
    }

    public Task TickAsync(long id) => TakeAsync(id, Occurrence.Of(new TickedEvent()));

    public Task AbandonAsync(long id) => TakeAsync(id, Occurrence.Of(new OperatorAskedEvent(OperatorAct.Abandon, "ada", "enough")));

    public async Task TakeAsync(long id, Occurrence happened)
    {
        var (run, now) = (runs[id], TimeProvider.System.GetUtcNow());
        var decision = RunMachine.Decide(run.Plan, run.State, happened.Event, now);
        await Journal.AppendAsync(run, happened, decision, now, TestContext.Current.CancellationToken);
        runs[id] = run with { State = decision.State, Sequence = run.Sequence + 1 };
        host.App.Services.GetRequiredService<RunFeed>().Publish(new RunMoved(id, run.Sequence + 1));
    }
}
