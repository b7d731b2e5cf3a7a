using Cutover.Engine.Comments;
using Cutover.Web.Components.Library;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Cutover.Web.Components.Run;

/// <summary>What people write on the run's page.</summary>
public sealed partial class RunPage
{
    private CommentDraft comment = null!;
    private Draft? draft;

    [Inject]
    private RunComments Comments { get; set; } = null!;

    private string DraftKey => FormattableString.Invariant($"comment:{Id}");

    // A draft that came through as a plain form is no draft any more.
    private Draft? Offered =>
        draft is { } kept && model.Decisions.Comments.All(written => written.Text != RunComments.Clean(kept.Text)) ? kept : null;

    private async Task FindDraftAsync(CancellationToken cancellation)
    {
        if (await Browser.InvokeAsync<Draft?>("cutoverDrafts.find", cancellation, DraftKey) is { } found)
        {
            draft = found;
            await InvokeAsync(StateHasChanged);
        }
    }

    private async Task CommentAsync()
    {
        if (await comment.SendAsync(model.Run?.Summary.Playbook))
        {
            draft = null;
            await Browser.InvokeVoidAsync("cutoverDrafts.drop", CancellationToken.None, DraftKey);
            await ReadAsync();
        }
    }
}
