using Cutover.Core.Statistics;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>How long a gate may take to pass for the first time.</summary>
internal static class FirstPass
{
    /// <summary>Its window and its freshness or, of a burn that is probed, the time in which enough is seen when that is longer.</summary>
    public static TimeSpan Of(Gate gate, Probing probes) =>
        (Seen(gate, probes) is { } seen && seen > gate.Window ? seen : gate.Window) + gate.Freshness;

    /// <summary>
    /// The time in which probes see enough to tell the fast factor from the SLO; null where that is not known, or not within the window
    /// that it is told in.
    /// </summary>
    public static TimeSpan? Seen(Gate gate, Probing probes)
    {
        for (var look = 1; Rate(gate, probes) is { } rate && look * gate.Interval <= BurnWindows.Fast.Whole; look++)
        {
            var seen = look * gate.Interval;
            if (BurnTest.CanTell(rate * seen.TotalSeconds, ((BurnObjective)gate.Goal).ErrorRate, BurnWindows.Fast.Factor, look))
            {
                return seen;
            }
        }

        return null;
    }

    /// <summary>What a probed burn counts in a second; null for any other gate.</summary>
    public static double? Rate(Gate gate, Probing probes) => gate is not { Goal: BurnObjective, Source: WebSocketProbe probe } ? null
        : probe.Measure == ProbeMeasure.HeldDropRate ? probes.Connections / 60.0
        : probes.Handshakes;
}
