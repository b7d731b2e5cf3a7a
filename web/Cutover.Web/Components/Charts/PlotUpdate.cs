using System.Collections.Immutable;

namespace Cutover.Web.Components.Charts;

/// <summary>What a browser has to be told of a plot since the last time. Short names, since it is sent every second.</summary>
/// <param name="Whole">The points take the place of those before; else they come after them.</param>
/// <param name="Box">From, to (seconds since 1970), low, high.</param>
/// <param name="Limit">Where the objective is; null where it has no line.</param>
/// <param name="More">Whether more is better.</param>
/// <param name="Lines">Name and look of each line.</param>
/// <param name="X">Of each line: seconds since 1970.</param>
/// <param name="Y">Of each line: values, null for a gap.</param>
public sealed record PlotUpdate(
    bool Whole,
    double[] Box,
    double? Limit,
    bool More,
    ImmutableArray<string[]> Lines,
    ImmutableArray<double[]> X,
    ImmutableArray<double?[]> Y);
