using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Where who signs out here goes to end the session at the provider.</summary>
internal static class ProviderSignOut
{
    /// <summary>The name of the token in the session that the provider knows its own session by; empty where it is too long to keep.</summary>
    public const string Hint = "id_token";

    /// <summary>The address; null for a session that did not begin at the provider, or where that has no such place or does not answer.</summary>
    public static async Task<string?> AddressAsync(HttpContext context, AuthenticationProperties? session)
    {
        if (session?.GetTokenValue(Hint) is not { } hint || context.RequestServices.GetService<OidcSettings>() is not { } settings)
        {
            return null;
        }

        return await EndAsync(context) is { Length: > 0 } end
            ? new OpenIdConnectMessage
            {
                IssuerAddress = end,
                ClientId = settings.ClientId,
                IdTokenHint = hint.Length > 0 ? hint : null,
                PostLogoutRedirectUri = $"{context.Request.Scheme}://{context.Request.Host}{SignIn.Path}",
            }.CreateLogoutRequestUrl()
            : null;
    }

    private static async Task<string?> EndAsync(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(Provider.Scheme);
        try
        {
            return (await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted)).EndSessionEndpoint;
        }
        catch (InvalidOperationException)
        {
            // The session here is over all the same.
            return null;
        }
    }
}
