using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.History;

/// <summary>Finds runs by changing the address of the page.</summary>
public sealed partial class RunFilterBar
{
    private string? text;
    private string? playbook;
    private string? who;
    private string? phase;
    private string? outcome;

    [Parameter, EditorRequired]
    public RunQuery Query { get; set; } = null!;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = null!;

    /// <summary>False on a page without open runs.</summary>
    [Parameter]
    public bool AsksPhase { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private RunQuery? Shown { get; set; }

    // A page that is drawn again must not take back what is being typed.
    protected override void OnParametersSet()
    {
        if (Query != Shown)
        {
            Shown = Query;
            (text, playbook, who) = (Query.Text, Query.Playbook, Query.Who);
            (phase, outcome) = (Query.Phase?.ToString(), Query.Outcome?.ToString());
        }
    }

    private void Search() => Navigation.NavigateTo(RunQuery.Of(phase, outcome, playbook, who, text, before: null).On(Path));
}
