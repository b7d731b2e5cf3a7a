using Cutover.Core.Runs;
using Cutover.Engine.Dns.Panel;
using Cutover.Engine.Gates;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>
/// Keeps one run driven until it is over. A loop that breaks is replaced by one made from the database: no open run is left without
/// a guard.
/// </summary>
internal sealed class RunDriver(
    OpenRun takenUp,
    bool isNew,
    RunJournal journal,
    CommandDispatcher dispatcher,
    GateWatches gates,
    PanelWatches panels,
    RunFeed feed,
    RunMeter meter,
    TimeProvider time,
    ILogger<RunLoop> logger,
    CancellationToken stopping)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private bool wasAway = !isNew;

    /// <summary>The loop that the run's events go to at this moment.</summary>
    public RunLoop Loop { get; private set; } = new(takenUp, journal, feed, meter, time, logger);

    /// <summary>True once the run is over, false when the host stopped.</summary>
    public async Task<bool> DriveAsync()
    {
        while (true)
        {
            try
            {
                await DriveLoopAsync();
                return true;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return false;
            }
            catch (Exception failure)
            {
                Log.LoopFailed(logger, takenUp.Id, failure);
            }

            if (await TakeUpAgainAsync() is { } over)
            {
                return over;
            }
        }
    }

    private async Task DriveLoopAsync()
    {
        var executor = dispatcher.For(Loop, stopping);
        try
        {
            await using var watch = await gates.WatchAsync(Loop, stopping);
            await using var panel = panels.Watch(Loop);
            await BeginAsync(executor);
            await Loop.DriveAsync(executor.PerformAsync, stopping);
        }
        finally
        {
            await executor.EndAsync();
        }
    }

    // All before the first event is taken, so that nothing left over comes after what a new decision asks for.
    private async Task BeginAsync(CommandExecutor executor)
    {
        feed.Publish(new RunMoved(Loop.RunId, Loop.Run.Sequence));
        if (wasAway)
        {
            Loop.Post(Occurrence.Of(new TakenUpEvent()));
        }

        foreach (var command in Loop.Run.Pending)
        {
            await executor.PerformAsync(command);
        }

        await executor.PerformAsync(new IssuedCommand(0, new WakeAtCommand(Loop.Run.State.WakeAt ?? time.GetUtcNow())));
    }

    // Null while the run goes on.
    private async Task<bool?> TakeUpAgainAsync()
    {
        while (true)
        {
            try
            {
                await Task.Delay(Rest, time, stopping);
                if (await journal.FindOpenAsync(takenUp.Id, stopping) is not { } run)
                {
                    return true;
                }

                wasAway = true;
                Loop = new RunLoop(run, journal, feed, meter, time, logger);
                return null;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return false;
            }
            catch (System.Data.Common.DbException failure)
            {
                Log.StorageFailed(logger, takenUp.Id, failure);
            }
        }
    }
}
