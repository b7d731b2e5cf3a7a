using Cutover.Web.Access;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Run;
using Cutover.Web.Components.Shares;
using Cutover.Web.Components.Shell;
using Cutover.Web.Components.Start;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor.Services;

namespace Cutover.Web.Components;

/// <summary>Puts the pages into a host.</summary>
public static class Dashboard
{
    // A playbook that is pasted travels to the server in one message; the default limit of 32 KB would cut the connection instead.
    private const long LongestMessage = 1 << 20;

    public static void AddCutoverDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        services.AddDashboardParts();
        services.AddScoped<AuthenticationStateProvider, SessionState>();
        services.AddCascadingAuthenticationState();
        services.AddHostedService<ShareSampling>();
        services.AddHostedService<ConnectionSampling>();
    }

    /// <summary>What the pages need of a container, with or without a server around it.</summary>
    public static void AddDashboardParts(this IServiceCollection services)
    {
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.TopCenter;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 1;
            mud.SnackbarConfiguration.VisibleStateDuration = 2500;
        });
        services.AddScoped<OperatorName>();
        services.AddTransient<StartPageModel>();
        services.AddSingleton<RunWatch>();
        services.AddSingleton<PlaybookFolder>();
        services.AddSingleton<PlaybookShelf>();
        services.AddSingleton<ShareHistory>();
        services.AddSingleton<ConnectionHistory>();
        services.AddSingleton<RunShares>();
        services.AddSingleton<RunReaders>();
        services.AddSingleton<RunReadings>();
    }

    public static void MapCutoverDashboard(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().RequireAuthorization(Policies.Reads);
    }
}
