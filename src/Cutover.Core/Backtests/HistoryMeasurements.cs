using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Backtests;

/// <summary>Measures a gate through history as the poller would have measured it then.</summary>
public static class HistoryMeasurements
{
    /// <summary>One-minute data is usually two minutes late; metrics of shorter periods are published at once.</summary>
    public static TimeSpan UsualLateness(TimeSpan period) =>
        period < TimeSpan.FromMinutes(1) ? TimeSpan.Zero : TimeSpan.FromMinutes(2);

    /// <param name="gate">A gate whose source is a <see cref="CloudWatchSource"/>.</param>
    /// <param name="target">Of the target, or of both stacks at once.</param>
    /// <param name="source">Null for a gate that knows no stacks.</param>
    /// <param name="now">When the poller asked.</param>
    /// <param name="lateness">
    /// How long after its end a period could be read. History does not tell: it shows every period as if it had always been there.
    /// </param>
    public static Measuring At(Gate gate, SeriesHistory target, SeriesHistory? source, DateTimeOffset now, TimeSpan lateness) =>
        source is null
            ? new(gate.Name, now, Of(gate, Seen(gate, target, now, lateness), now), null)
            : Of(gate, Seen(gate, target, now, lateness), Seen(gate, source, now, lateness), now);

    private static Measuring Of(Gate gate, SeriesHistory target, SeriesHistory source, DateTimeOffset now) =>
        new(gate.Name, now, Of(gate, target, now), Of(gate, source, now))
        {
            Stretches = gate.Goal is RelativeObjective
                ? CloudWatchPeriods.Of(gate, (target.Values, target.Evidence), (source.Values, source.Evidence), now)
                : [],
        };

    private static Measurement Of(Gate gate, SeriesHistory seen, DateTimeOffset now)
    {
        var measured = CloudWatchWindow.Measure(gate, seen.Values, seen.Evidence, now);
        return gate.Goal is BurnObjective
            ? measured with { Counts = CloudWatchPeriods.Counts(gate, (seen.Values, seen.Evidence), Earliest(gate, now), now) }
            : measured;
    }

    /// <summary>What could be read then of what a gate asks for.</summary>
    private static SeriesHistory Seen(Gate gate, SeriesHistory history, DateTimeOffset now, TimeSpan lateness) =>
        history.Between(Earliest(gate, now), PeriodGrid.Begin(now - lateness, ((CloudWatchSource)gate.Source).Period));

    private static DateTimeOffset Earliest(Gate gate, DateTimeOffset now)
    {
        var period = ((CloudWatchSource)gate.Source).Period;
        return PeriodGrid.Begin(now - gate.Window - gate.Freshness - period, period);
    }
}
