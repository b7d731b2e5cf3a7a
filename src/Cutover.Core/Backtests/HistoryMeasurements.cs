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
        new(gate.Name, now, Of(gate, target, now, lateness), source is null ? null : Of(gate, source, now, lateness));

    private static Measurement Of(Gate gate, SeriesHistory history, DateTimeOffset now, TimeSpan lateness)
    {
        var period = ((CloudWatchSource)gate.Source).Period;
        var from = PeriodGrid.Begin(now - gate.Window - gate.Freshness - period, period);
        var seen = history.Between(from, PeriodGrid.Begin(now - lateness, period));
        var measured = CloudWatchWindow.Measure(gate, seen.Values, seen.Evidence, now);
        return gate.Goal is BurnObjective
            ? measured with { Counts = CloudWatchPeriods.Counts(gate, (seen.Values, seen.Evidence), from, now) }
            : measured;
    }
}
