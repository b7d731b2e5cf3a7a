using System.Text;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Cutover.Web.Components.Library;

/// <summary>What comes into the editor from elsewhere: a draft of before, or a file.</summary>
public sealed partial class EditorPage
{
    private string? importProblem;

    private Task UseDraftAsync()
    {
        if (draft is { } kept)
        {
            model.Take(kept.Text, kept.Base, isImport: false);
            draft = null;
        }

        return Task.CompletedTask;
    }

    private async Task DropDraftAsync()
    {
        draft = null;
        await Browser.InvokeVoidAsync("cutoverDrafts.drop", Leaving, DraftKey);
    }

    private async Task ImportAsync(InputFileChangeEventArgs change)
    {
        if (change.File.Size > PlaybookFolder.LongestPlaybook)
        {
            importProblem = FormattableString.Invariant(
                $"{change.File.Name} has {change.File.Size:#,0} bytes; a playbook has at most {PlaybookFolder.LongestPlaybook:#,0}.");
            return;
        }

        importProblem = null;
        await using var content = change.File.OpenReadStream(PlaybookFolder.LongestPlaybook, Leaving);
        using var reader = new StreamReader(content, Encoding.UTF8);
        var before = new Draft(model.Text, model.Base, Time.GetUtcNow());
        var lost = model.IsChanged ? before : null;
        model.Take(await reader.ReadToEndAsync(Leaving), model.Base, isImport: true);
        // What the file took the place of can be had back.
        draft = lost ?? draft;
    }
}
