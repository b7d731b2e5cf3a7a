using Cutover.Web.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Start;

/// <summary>From a playbook to its plan, and only then to a run.</summary>
public sealed partial class StartPage : LivePage
{
    [Inject]
    private StartPageModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private Task PickAsync(string file) => Model.PickAsync(file, Leaving);

    private async Task StartAsync(string? why)
    {
        if (await Model.StartAsync(why) is { } run)
        {
            Navigation.NavigateTo(FormattableString.Invariant($"/runs/{run}"));
        }
    }

    private void Changed() => StateHasChanged();
}
