using System.Collections.Immutable;

namespace Cutover.Engine.Probes;

/// <summary>One measure over one stretch of time.</summary>
/// <param name="Value">In the measure's unit: percent (0-100), milliseconds, days, or a count.</param>
/// <param name="Samples">
/// What the value rests on: handshakes, certificates shown, round trips, or, for drop rate and abnormal closes, connections held at some
/// moment of the stretch.
/// </param>
/// <param name="Counted">Accepted handshakes, drops or abnormal closes; for a percentile or days the samples.</param>
/// <param name="Of">
/// What they are counted of: handshakes, the average number held, connections held at some moment; for a percentile the samples.
/// </param>
/// <param name="Points">The seconds of the stretch that had something to show, in order.</param>
public sealed record ProbeReading(double Value, long Samples, double Counted, double Of, ImmutableArray<ProbePoint> Points);
