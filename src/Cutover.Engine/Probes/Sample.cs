namespace Cutover.Engine.Probes;

/// <summary>One thing a probe saw, when, and the figure that belongs to its kind.</summary>
internal readonly record struct Sample(DateTimeOffset At, SampleKind Kind, double Value);
