using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Cutover.Web.Components.Charts;

/// <summary>A plot, drawn in the browser by uPlot; only new points are sent there.</summary>
public sealed partial class Plot
{
    private readonly PlotMemory memory = new();
    private ElementReference place;
    private PlotModel? drawn;

    [Parameter, EditorRequired]
    public PlotModel Model { get; set; } = null!;

    /// <summary>What the upper edge means.</summary>
    [Parameter]
    public string High { get; set; } = string.Empty;

    /// <summary>What the lower edge means.</summary>
    [Parameter]
    public string Low { get; set; } = string.Empty;

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A page that was only written as a document has drawn none, and has nobody to ask.
            if (drawn is not null)
            {
                await Browser.InvokeVoidAsync("cutoverPlot.remove", place);
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its plots with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(drawn, Model))
        {
            return;
        }

        drawn = Model;
        await Browser.InvokeVoidAsync("cutoverPlot.show", place, memory.Take(Model));
    }
}
