using System.Collections.Immutable;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Charts;

/// <summary>A gate, and how its values came to be what they are.</summary>
/// <param name="Verdicts">Of this gate, oldest first.</param>
/// <param name="Names">What source and target are called.</param>
public sealed record GateCourse(GateView Gate, ImmutableArray<VerdictView> Verdicts, ChartSpan Span, (string Source, string Target) Names)
{
    /// <summary>Made once for all pages that draw it.</summary>
    public PlotModel Plot { get; } = GatePlot.Of(Gate, Verdicts, Span, Names);
}
