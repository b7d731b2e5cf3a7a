namespace Cutover.Engine.Views;

/// <summary>One measurement of a gate on one stack.</summary>
/// <param name="Value">In the verdict's unit; null without one.</param>
/// <param name="Why">Why there is no value; null where there is one.</param>
public sealed record MeasurementView(DateTimeOffset From, DateTimeOffset To, double? Value, long Samples, string? Why);
