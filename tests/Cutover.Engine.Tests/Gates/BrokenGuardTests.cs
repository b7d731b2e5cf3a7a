using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Gates;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Cutover.Engine.Tests.Plans;
using Cutover.Engine.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Gates;

/// <summary>Errors of Cutover's own in a guard: it has probes of which there are none, and a clock that is not there.</summary>
public sealed class BrokenGuardTests
{
    private static readonly Gate Compared = new(
        "alarm",
        new WebSocketProbe(ProbeMeasure.HandshakeFailure),
        GateKind.Probe,
        new RelativeObjective(Comparison.LessOrEqual, 1.1, 0, ObjectiveUnit.Percent),
        Window: TimeSpan.FromSeconds(6), MinSamples: 1, BreachRule.Any, Freshness: TimeSpan.FromSeconds(15));

    private static readonly ProbePair NoProbes = new(null, [], null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_probe_gate_whose_comparison_breaks_goes_on_and_says_that_it_could_not_measure() =>
        GoesOnAsync((bench, time, ending) => new ProbeGate(bench, NoProbes, time, NullLogger<ProbeGate>.Instance).RunAsync(ending));

    [Fact]
    public Task A_stack_gate_whose_comparison_breaks_goes_on_and_says_that_it_could_not_measure() =>
        GoesOnAsync((bench, time, ending) => new StackGate(bench, null!, time, NullLogger<StackGate>.Instance).RunAsync(ending));

    [Fact]
    public async Task A_comparison_of_answers_that_breaks_goes_on()
    {
        await using var bench = await StorageBench.CreateAsync();
        var (time, log) = (new FakeTimeProvider(StorageBench.Now), new BrokenLog<AnswerComparison>());
        var loop = await PreflightAsync(bench, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var comparing = new AnswerComparison(loop, NoProbes, time, log).RunAsync(ending.Token);
        for (var second = 1; second <= 3; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            var broken = log.NextAsync(Cancellation);
            Assert.Same(broken, await Task.WhenAny(broken, comparing));
        }

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => comparing);
    }

    private static async Task GoesOnAsync(Func<GateBench, TimeProvider, CancellationToken, Task> run)
    {
        await using var bench = await StorageBench.CreateAsync();
        var loop = await PreflightAsync(bench, TimeProvider.System);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var judged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var driving = loop.DriveAsync(
            _ =>
            {
                if (loop.Run.Sequence >= 3)
                {
                    judged.TrySetResult();
                }

                return ValueTask.CompletedTask;
            },
            ending.Token);

        var measuring = run(new GateBench(Compared, SamplePlan.Make().Playbook.Stacks, loop, TimeProvider.System), TimeProvider.System, ending.Token);
        Assert.Same(judged.Task, await Task.WhenAny(judged.Task, measuring));

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => measuring);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driving);
        await using var context = bench.CreateDbContext();
        var rows = await context.Verdicts.Where(row => row.Stack == StackRole.Target).ToListAsync(Cancellation);
        Assert.True(rows.Count >= 2);
        Assert.All(rows, row => Assert.Equal(Verdict.Errored, row.Verdict));
        Assert.Contains("an error in Cutover itself", rows[0].Words, StringComparison.Ordinal);
    }

    private static async Task<RunLoop> PreflightAsync(StorageBench bench, TimeProvider time)
    {
        var (plan, started) = (SamplePlan.Make(), new StartedEvent("alice", null));
        var now = time.GetUtcNow();
        var run = await bench.Journal.CreateAsync(
            plan, SamplePlan.Text, started, RunMachine.Start(plan, started, now), now, Cancellation);
        var feed = new RunFeed();
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        var meter = new RunMeter(meters, new LiveReadings(), feed, time);
        return new RunLoop(run, bench.Journal, feed, meter, time, NullLogger<RunLoop>.Instance);
    }
}
