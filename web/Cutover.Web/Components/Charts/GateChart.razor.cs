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
    public GateCourse Course { get; set; } = null!;

    private GateView Gate => Course.Gate;

    // Where the objective is written: at its line, or in the middle of the plot where it has none.
    private double LineTop => Gate.Threshold is { } threshold ? Course.Plot.Frame.Top(threshold) : 50;

    // Room above the line is drawn, but nothing is more than the whole.
    private string Limit(double value) =>
        Gate.Unit.Format(Math.Round(Gate.Unit == ObjectiveUnit.Percent ? Math.Clamp(value, 0, 100) : value, 1));

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
