using System.Collections.Concurrent;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>
/// The runs that this host drives: takes up the open ones when it starts, starts new ones, and hands people's requests to them.
/// </summary>
public sealed class OpenRuns : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<long, (RunDriver Driver, Task Driving)> runs = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly RunPlanning planning;
    private readonly RunJournal journal;
    private readonly Announcements announcements;
    private readonly RunDrivers drivers;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    internal OpenRuns(
        RunPlanning planning,
        RunJournal journal,
        Announcements announcements,
        RunDrivers drivers,
        TimeProvider time,
        ILogger<OpenRuns> logger)
    {
        (this.planning, this.journal, this.announcements, this.drivers, this.time, this.logger) =
            (planning, journal, announcements, drivers, time, logger);
    }

    private static ActRefused NotDriven { get; } =
        new("Nothing was done: this host no longer drives the run, after an error in Cutover itself. "
            + "Restart the host to take it up again.");

    /// <summary>Plans the playbook against the zone as it is now, and starts the run.</summary>
    public Task<StartOutcome> StartAsync(string playbookText, string who, string? why, CancellationToken cancellation) =>
        StartAsync(playbookText, new Origin(who), why, checksum: null, request: null, cancellation);

    /// <summary>As above, if the plan is still the one with this checksum; any plan will do when it is null.</summary>
    /// <param name="request">Stored with the run, so that the same request does not start a second one; null without a key.</param>
    public async Task<StartOutcome> StartAsync(
        string playbookText, Origin origin, string? why, string? checksum, RequestRecord? request, CancellationToken cancellation)
    {
        var outcome = await planning.PlanAsync(playbookText, cancellation);
        if (outcome is not PlanMade { Plan: var plan })
        {
            return new RunNotStarted(outcome);
        }

        if (checksum is not null && PlanChecksum.Of(plan) is var found && found != checksum)
        {
            return new PlanChanged(checksum, found);
        }

        var (started, now) = (new StartedEvent(origin.Who, why, origin.Person), time.GetUtcNow());
        try
        {
            var decision = RunMachine.Start(plan, started, now);
            var run = await journal.CreateAsync(plan, playbookText, started, decision, now, origin, cancellation, request);
            Log.Decided(logger, run.Id, 1, run.State.Phase, $"Started by {origin.Who}.");
            TakeUp(run, isNew: true);
            return new RunStarted(run.Id);
        }
        catch (DbUpdateException)
        {
            // Someone else claimed a record since the plan was made: planning again names the run that has it. Else it was the database.
            var again = await planning.PlanAsync(playbookText, cancellation);
            if (again is PlanMade)
            {
                throw;
            }

            return new RunNotStarted(again);
        }
    }

    /// <summary>Hands a person's request to a run and waits for the decision.</summary>
    /// <exception cref="OperationCanceledException">The host stopped first; the request may or may not have been decided on.</exception>
    public Task<ActOutcome> ActAsync(long runId, OperatorAskedEvent asked, CancellationToken cancellation) =>
        ActAsync(runId, Occurrence.Of(asked), cancellation);

    /// <summary>As above, for a request that has a key, or that says what it was decided on.</summary>
    /// <exception cref="OperationCanceledException">The host stopped first; the request may or may not have been decided on.</exception>
    public async Task<ActOutcome> ActAsync(long runId, Occurrence asked, CancellationToken cancellation)
    {
        if (!runs.TryGetValue(runId, out var run))
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
            return await run.Driver.Loop.AskAsync(asked).WaitAsync(cancellation) switch
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
        await announcements.MakeLeftAsync(cancellationToken);
        foreach (var run in await journal.OpenRunsAsync(cancellationToken))
        {
            Log.Recovered(logger, run.Id, run.State.Phase, run.Pending.Length);
            TakeUp(run, isNew: false);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(runs.Values.Select(run => run.Driving))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    internal void Post(long runId, RunEvent happened)
    {
        if (runs.TryGetValue(runId, out var run))
        {
            run.Driver.Loop.Post(Occurrence.Of(happened));
        }
    }

    private void TakeUp(OpenRun run, bool isNew)
    {
        // Known before it is driven: its first wake-up must find it.
        var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var driver = drivers.For(run, isNew, stopping.Token);
        runs[run.Id] = (driver, DriveAsync());
        known.SetResult();

        async Task DriveAsync()
        {
            await known.Task;
            if (await driver.DriveAsync())
            {
                runs.TryRemove(run.Id, out _);
            }
        }
    }
}
