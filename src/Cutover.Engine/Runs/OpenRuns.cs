using System.Collections.Concurrent;
using Cutover.Core.Runs;
using Cutover.Engine.Gates;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>The runs that this host drives: takes up the open ones when it starts, starts new ones, and hands people's requests to them.</summary>
public sealed class OpenRuns : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<long, (RunLoop Loop, Task Driving)> loops = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly RunPlanning planning;
    private readonly RunJournal journal;
    private readonly CommandDispatcher dispatcher;
    private readonly GateWatches gates;
    private readonly RunFeed feed;
    private readonly TimeProvider time;
    private readonly ILoggerFactory loggers;

    internal OpenRuns(
        RunPlanning planning, RunJournal journal, CommandDispatcher dispatcher, GateWatches gates, RunFeed feed, TimeProvider time, ILoggerFactory loggers)
    {
        (this.planning, this.journal, this.dispatcher, this.gates, this.feed, this.time, this.loggers) =
            (planning, journal, dispatcher, gates, feed, time, loggers);
    }

    private static ActRefused NotDriven { get; } =
        new("Nothing was done: this host no longer drives the run, after an error in Cutover itself. Restart the host to take it up again.");

    private ILogger Logger => loggers.CreateLogger<OpenRuns>();

    /// <summary>Plans the playbook against the zone as it is now, and starts the run.</summary>
    public async Task<StartOutcome> StartAsync(string playbookText, string who, string? why, CancellationToken cancellation)
    {
        var outcome = await planning.PlanAsync(playbookText, cancellation);
        if (outcome is not PlanMade { Plan: var plan })
        {
            return new RunNotStarted(outcome);
        }

        var (started, now) = (new StartedEvent(who, why), time.GetUtcNow());
        try
        {
            var run = await journal.CreateAsync(plan, playbookText, started, RunMachine.Start(plan, started, now), now, cancellation);
            Log.Decided(Logger, run.Id, 1, run.State.Phase, $"Started by {who}.");
            await TakeUpAsync(run);
            return new RunStarted(run.Id);
        }
        catch (DbUpdateException)
        {
            // Someone else claimed a record since the plan was made: planning again names the run that has it.
            return new RunNotStarted(await planning.PlanAsync(playbookText, cancellation));
        }
    }

    /// <summary>Hands a person's request to a run and waits for the decision.</summary>
    /// <exception cref="OperationCanceledException">The host stopped first; the request may or may not have been decided on.</exception>
    public async Task<ActOutcome> ActAsync(long runId, OperatorAskedEvent asked, CancellationToken cancellation)
    {
        if (!loops.TryGetValue(runId, out var run))
        {
            return await journal.IsOpenAsync(runId, cancellation) switch
            {
                null => new RunUnknown(),
                false => new ActRefused("The run is over: nothing was done."),
                true => NotDriven,
            };
        }

        try
        {
            return await run.Loop.AskAsync(Occurrence.Of(asked)).WaitAsync(cancellation) switch
            {
                null => new ActRefused("The run is over: nothing was done."),
                { Refused: true } refused => new ActRefused(refused.Reason),
                var decided => new ActDone(decided.Reason),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return NotDriven;
        }
    }

    /// <summary>Takes up every open run where the database says it is.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await journal.OpenRunsAsync(cancellationToken))
        {
            Log.Recovered(Logger, run.Id, run.State.Phase, run.Pending.Length);
            await TakeUpAsync(run);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(loops.Values.Select(run => run.Driving)).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    internal void Post(long runId, RunEvent happened)
    {
        if (loops.TryGetValue(runId, out var run))
        {
            run.Loop.Post(Occurrence.Of(happened));
        }
    }

    private async Task TakeUpAsync(OpenRun run)
    {
        var loop = new RunLoop(run, journal, feed, time, loggers.CreateLogger<RunLoop>());
        var executor = dispatcher.For(loop, stopping.Token);
        loops[run.Id] = (loop, Task.Run(() => DriveAsync(loop, executor)));
        feed.Publish(new RunMoved(run.Id, run.Sequence));
        foreach (var command in run.Pending)
        {
            await executor.PerformAsync(command);
        }

        await executor.PerformAsync(new IssuedCommand(0, new WakeAtCommand(run.State.WakeAt ?? time.GetUtcNow())));
    }

    private async Task DriveAsync(RunLoop loop, CommandExecutor executor)
    {
        try
        {
            await using var watch = gates.Watch(loop);
            await loop.DriveAsync(executor.PerformAsync, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception failure)
        {
            Log.LoopFailed(Logger, loop.RunId, failure);
        }

        loops.TryRemove(loop.RunId, out _);
        await executor.EndAsync();
    }
}
