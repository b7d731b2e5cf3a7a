using System.Collections.Immutable;

namespace Cutover.Web.Components.Charts;

/// <summary>What a plot shows.</summary>
/// <param name="Frame">Time from left to right, values from bottom to top.</param>
/// <param name="Limit">Where the objective is; null where it has no line.</param>
/// <param name="IsMoreBetter">Which side of the limit is the bad one.</param>
/// <param name="Summary">The same in words.</param>
public sealed record PlotModel(ChartFrame Frame, ImmutableArray<PlotSeries> Series, string Summary, double? Limit = null, bool IsMoreBetter = false);
