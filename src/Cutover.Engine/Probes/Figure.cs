namespace Cutover.Engine.Probes;

/// <summary>A value with what it was computed from; see <see cref="ProbeReading"/>.</summary>
internal readonly record struct Figure(double Value, long Samples, double Counted, double Of);
