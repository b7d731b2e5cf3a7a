using Cutover.Core.Playbooks;
using Cutover.Web.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Start;

/// <summary>From a playbook to its plan, and only then to a run.</summary>
public sealed partial class StartPage : LivePage
{
    private PlaybookVersionView? newest;

    [Inject]
    private StartPageModel Model { get; set; } = null!;

    [Inject]
    private PlaybookShelf Shelf { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    // A file that nobody touched may be older than what was saved since.
    private async Task PickAsync(string file)
    {
        await Model.PickAsync(file, Leaving);
        newest = PlaybookReader.Read(Model.Text) is PlaybookAccepted { Playbook.Name: var name }
            && await Shelf.FindAsync(name, null, Leaving) is { } head && head.Text != Model.Text ? head.Version : null;
    }

    private async Task StartAsync(string? why)
    {
        if (await Model.StartAsync(why) is { } run)
        {
            Navigation.NavigateTo(FormattableString.Invariant($"/runs/{run}"));
        }
    }

    private void Changed() => StateHasChanged();
}
