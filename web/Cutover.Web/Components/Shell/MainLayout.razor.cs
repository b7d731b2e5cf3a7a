using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;

namespace Cutover.Web.Components.Shell;

/// <summary>The frame around every page, and its theme.</summary>
public sealed partial class MainLayout
{
    private MudThemeProvider? provider;
    private ErrorBoundary? boundary;
    private bool isDark;
    private string choice = "system";

    [CascadingParameter]
    private Routes? Routes { get; set; }

    [Inject]
    private LabHosting Lab { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string ThemeIcon => choice switch
    {
        "light" => Icons.Material.Filled.LightMode,
        "dark" => Icons.Material.Filled.DarkMode,
        _ => Icons.Material.Filled.SettingsBrightness,
    };

    private string SkipTarget => $"{Navigation.Uri.Split('#')[0]}#content";

    protected override void OnInitialized() => (isDark, choice) = (Routes?.StartsDark ?? false, Routes?.Choice ?? "system");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && provider is not null)
        {
            await provider.WatchSystemDarkModeAsync(SystemChangedAsync);
            // Its watch in the browser is begun after this layout was drawn: what changes in between would be missed.
            await provider.GetSystemDarkModeAsync();
            await ApplyAsync();
        }
    }

    private async Task SystemChangedAsync(bool dark)
    {
        if (choice == "system")
        {
            await InvokeAsync(ApplyAsync);
        }
    }

    private Task ChooseAsync(string chosen)
    {
        choice = chosen;
        return ApplyAsync();
    }

    private async Task ApplyAsync()
    {
        var dark = await Browser.InvokeAsync<bool>("cutoverTheme.choose", choice);
        if (dark != isDark)
        {
            isDark = dark;
        }

        StateHasChanged();
    }
}
