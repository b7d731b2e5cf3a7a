using Cutover.Core.Playbooks;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Components.Live;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Start;

/// <summary>From a playbook to its plan, and only then to a run.</summary>
public sealed partial class StartPage : LivePage
{
    private StartPageModel model = null!;
    private PlaybookVersionView? newest;

    [Inject]
    private PlaybookFolder Playbooks { get; set; } = null!;

    [Inject]
    private PlaybookShelf Shelf { get; set; } = null!;

    [Inject]
    private RunPlanning Planning { get; set; } = null!;

    [Inject]
    private OpenRuns Runs { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<StartPage> Logger { get; set; } = null!;

    protected override void OnInitialized() => model = new StartPageModel(Playbooks, Planning, Runs, OperatorName, Time, Logger);

    // A file that nobody touched may be older than what was saved since.
    private async Task PickAsync(string file)
    {
        await model.PickAsync(file, Leaving);
        newest = PlaybookReader.Read(model.Text) is PlaybookAccepted { Playbook.Name: var name }
            && await Shelf.FindAsync(name, null, Leaving) is { } head && head.Text != model.Text ? head.Version : null;
    }

    private async Task StartAsync(string? why)
    {
        if (await model.StartAsync(why) is { } run)
        {
            Navigation.NavigateTo(FormattableString.Invariant($"/runs/{run}"));
        }
    }

    private void Changed() => StateHasChanged();
}
