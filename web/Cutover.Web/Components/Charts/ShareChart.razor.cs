using System.Collections.Immutable;
using Cutover.Engine.Views;
using Cutover.Web.Components.Shares;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Charts;

/// <summary>Asked weight against the shares that really are, over time.</summary>
public sealed partial class ShareChart
{
    private ImmutableArray<ShareRow> rows = [];

    [Parameter, EditorRequired]
    public ImmutableArray<ShareSample> Samples { get; set; } = [];

    /// <summary>What the name servers answered, oldest first.</summary>
    [Parameter]
    public ImmutableArray<AnswerView> Answers { get; set; } = [];

    /// <summary>What the stacks' own statistics said, oldest first.</summary>
    [Parameter]
    public ImmutableArray<ConnectionSample> Connections { get; set; } = [];

    [Parameter, EditorRequired]
    public ChartSpan Span { get; set; }

    private PlotModel Model { get; set; } = null!;

    protected override void OnParametersSet()
    {
        Model = SharePlot.Of(Samples, Answers, Connections, Span);
        rows = ShareRow.Of(Model);
    }
}
