namespace Cutover.Web.Components.Charts;

/// <summary>One point of a line; a null value is a gap.</summary>
public readonly record struct ChartPoint(DateTimeOffset At, double? Value);
