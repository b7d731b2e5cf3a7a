using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;
using Cutover.Engine.Runs;
using Cutover.Engine.StackStatistics;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// Tells a run how its connections stand: at once when that decides whether its step may be left, and otherwise once a minute, so that the
/// journal stays small and what the run knows stays young.
/// </summary>
internal sealed class ConnectionCounting(
    RunLoop loop, ConnectionClock clock, TimeSpan interval, TimeProvider time, ILogger<ConnectionCounting> logger)
{
    /// <summary>Well below <see cref="ConnectionShareCondition.Freshness"/>.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private (int Step, Standing Standing, DateTimeOffset At)? told;

    private enum Standing
    {
        Untold,
        NotYet,
        Met,
    }

    /// <summary>Looks at each interval; like a gate, it goes on after an error.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(interval, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            try
            {
                Tell(clock.Read());
            }
            catch (Exception failure)
            {
                Log.CountingFailed(logger, loop.RunId, failure);
            }
        }
    }

    private void Tell(TrafficShares shares)
    {
        var (step, standing) = (loop.Run.State.Step, Of(shares));
        if (told is { } last && (last.Step, last.Standing) == (step, standing) && shares.At - last.At < Longest)
        {
            return;
        }

        told = (step, standing, shares.At);
        loop.Post(Occurrence.Of(new ConnectionsCountedEvent(shares)));
    }

    private Standing Of(TrafficShares shares) => loop.Run.Plan.UntilOf(loop.Run.State.Step) switch
    {
        null => shares.Resident is null ? Standing.Untold : Standing.NotYet,
        { } until when until.IsMetBy(shares) => Standing.Met,
        { } until => until.IsToldBy(shares) ? Standing.NotYet : Standing.Untold,
    };
}
