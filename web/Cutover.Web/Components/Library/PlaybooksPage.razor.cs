using Cutover.Web.Components.Live;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Library;

/// <summary>The playbooks: what each moves, who changed it last, and how its latest run ended.</summary>
public sealed partial class PlaybooksPage : LivePage
{
    private PlaybooksPageModel model = null!;
    private DateTimeOffset now;

    [Inject]
    private PlaybookShelf Shelf { get; set; } = null!;

    [Inject]
    private PlaybookFolder Folder { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<PlaybooksPage> Logger { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        (model, now) = (new PlaybooksPageModel(Shelf, Folder.Path, Time, Logger), Time.GetUtcNow());
        await model.ReadAsync(Leaving);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Begin(leaving => Watch.FollowAsync(null, ReadAsync, leaving));
        }
    }

    private Task ReadAsync(CancellationToken cancellation) => InvokeAsync(async () =>
    {
        await model.ReadAsync(cancellation);
        now = Time.GetUtcNow();
        StateHasChanged();
    });

    private Task ToggleAsync(ChangeEventArgs change)
    {
        model.Archived = change.Value is true;
        return model.ReadAsync(Leaving);
    }
}
