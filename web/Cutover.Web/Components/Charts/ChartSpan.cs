namespace Cutover.Web.Components.Charts;

/// <summary>A stretch of time.</summary>
public readonly record struct ChartSpan(DateTimeOffset From, DateTimeOffset To);
