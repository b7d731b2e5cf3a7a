using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Engine.Views;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Charts;

/// <summary>
/// A gate's values against its threshold, with the same in words for who does not see it, and in a table for who wants the numbers.
/// </summary>
public sealed partial class GateChart
{
    [Parameter, EditorRequired]
    public GateView Gate { get; set; } = null!;

    /// <summary>Stored verdicts of this gate, oldest first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<VerdictView> Verdicts { get; set; } = [];

    [Parameter, EditorRequired]
    public ChartSpan Span { get; set; }

    [Parameter, EditorRequired]
    public (string Source, string Target) Names { get; set; }

    private PlotModel Model { get; set; } = null!;

    // Where the objective is written: at its line, or in the middle of the plot where it has none.
    private double LineTop => Gate.Threshold is { } threshold ? Model.Frame.Top(threshold) : 50;

    protected override void OnParametersSet() => Model = GatePlot.Of(Gate, Verdicts, Span, Names);

    // Room above the line is drawn, but nothing is more than the whole.
    private string Limit(double value) =>
        Gate.Unit.Format(Math.Round(Gate.Unit == ObjectiveUnit.Percent ? Math.Clamp(value, 0, 100) : value, 1));

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
