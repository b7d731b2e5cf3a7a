using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Cutover.Web.Components.Shell;

/// <summary>The document. It is drawn once by the server; only what is inside of it lives on a circuit.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    // Pages that say so, such as a login that sets a cookie, are drawn without a circuit.
    private IComponentRenderMode? Mode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    private string Choice =>
        Http.Request.Cookies[ThemeCookies.Choice] is "dark" or "light" ? Http.Request.Cookies[ThemeCookies.Choice]! : "system";

    private bool IsDark => ThemeCookies.IsDark(Http);
}
