namespace Cutover.Engine.Views;

/// <summary>One raw number.</summary>
/// <param name="Start">Start of the period it covers.</param>
/// <param name="Value">In the verdict's unit.</param>
/// <param name="Samples">How many observations stand behind it; 1 where the source does not say.</param>
public sealed record PointView(DateTimeOffset Start, double Value, long Samples);
