namespace Cutover.Engine.Probes;

/// <summary>One second of a reading.</summary>
/// <param name="Start">The whole second it begins with.</param>
/// <param name="Value">The measure over that second alone.</param>
/// <param name="Samples">How many samples it rests on.</param>
public sealed record ProbePoint(DateTimeOffset Start, double Value, long Samples);
