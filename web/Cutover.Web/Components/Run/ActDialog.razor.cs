using Cutover.Core.Runs;
using Cutover.Engine.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Cutover.Web.Components.Run;

/// <summary>The one confirmation of an act: it names the exact weights, and takes a reason.</summary>
public sealed partial class ActDialog
{
    private string reason = string.Empty;

    /// <summary>What was typed before the page had to be loaded again.</summary>
    [Parameter]
    public string Typed { get; set; } = string.Empty;

    [Parameter, EditorRequired]
    public ActView Act { get; set; } = null!;

    [Parameter, EditorRequired]
    public RunView Run { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    // An adoption changes what the run expects, and nothing in the zone.
    private bool IsAdoption => Act.Act == OperatorAct.Adopt;

    /// <summary>Asks.</summary>
    /// <param name="typed">What the reason begins with.</param>
    /// <returns>The reason, empty when none was given; null when the person thought better of it.</returns>
    public static async Task<string?> AskAsync(IDialogService dialogs, RunView run, ActView act, string typed)
    {
        var parameters = new DialogParameters<ActDialog>
        {
            { dialog => dialog.Act, act }, { dialog => dialog.Run, run }, { dialog => dialog.Typed, typed },
        };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };
        var shown = await dialogs.ShowAsync<ActDialog>(act.Label, parameters, options);
        return await shown.Result is { Canceled: false, Data: string reason } ? reason : null;
    }

    protected override void OnInitialized() => reason = Typed;

    private void Confirm() => Dialog.Close(DialogResult.Ok(reason));
}
