using System.Collections.Immutable;
using System.Globalization;
using Cutover.Engine.Views;
using Cutover.Web.Components.Shares;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Charts;

/// <summary>Asked weight against the shares that really are, over time.</summary>
public sealed partial class ShareChart
{
    [Parameter, EditorRequired]
    public ImmutableArray<ShareSample> Samples { get; set; } = [];

    /// <summary>What the name servers answered, oldest first.</summary>
    [Parameter]
    public ImmutableArray<AnswerView> Answers { get; set; } = [];

    [Parameter, EditorRequired]
    public ChartSpan Span { get; set; }

    private ShareChartModel Model { get; set; } = null!;

    protected override void OnParametersSet() => Model = ShareChartModel.Of(Samples, Answers, Span);

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
