using Cutover.Web.Access.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>The way to the provider. A link, and no form: form-action would not let a form's answer lead to another site.</summary>
internal static class ProviderDoor
{
    public const string Path = "/sign-in/start";

    public static void Map(WebApplication app) => app.MapGet(Path, LeaveAsync).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The button of the sign-in page; nothing where there is no single sign-on.</summary>
    public static Html Button(HttpContext context, string back) => context.RequestServices.GetService<OidcSettings>() is { } settings
        ? Html.Of($"""<p><a class="button" href="{Path}?ReturnUrl={Uri.EscapeDataString(back)}">Sign in with {settings.Name}</a></p>""")
        : Html.Empty;

    private static async Task<IResult> LeaveAsync(
        HttpContext context, OidcSettings settings, SignInAttempts attempts, ILogger<OidcSettings> logger)
    {
        if (SignIn.Refuse(context, attempts, logger) is { } tooMany)
        {
            return tooMany;
        }

        try
        {
            await context.ChallengeAsync(Provider.Scheme, new AuthenticationProperties { RedirectUri = SignIn.Back(context) });
            return Results.Empty;
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or OpenIdConnectProtocolException)
        {
            Log.ProviderUnreachable(logger, settings.Authority, failure);
            return EntryPages.Unreachable(settings);
        }
    }
}
