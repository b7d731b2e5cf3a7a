using Cutover.Core.Runs;

namespace Cutover.Engine.Telemetry;

/// <summary>Times one run's way home: from what made it go back by itself until Route 53 has taken the first change.</summary>
internal sealed class BreachClock(RunMeter meter, TimeProvider time)
{
    private long? breachedAt;

    /// <param name="before">The phase before the decision.</param>
    /// <param name="happened">What was decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="postedAt">Timestamp of the event.</param>
    public void Take(RunPhase before, RunEvent happened, Decision decision, long postedAt)
    {
        if (happened is not OperatorAskedEvent && !before.IsRollback() && decision.State.Phase.IsRollback())
        {
            breachedAt = postedAt;
        }
        else if (happened is ChangeAcceptedEvent && before.IsRollback() && breachedAt is { } since)
        {
            meter.WentHome(time.GetElapsedTime(since));
            breachedAt = null;
        }
    }
}
