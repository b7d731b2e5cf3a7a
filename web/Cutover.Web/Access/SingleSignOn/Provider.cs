using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>How the provider is spoken to: authorization code with PKCE, state and nonce.</summary>
internal static class Provider
{
    public const string Scheme = "Single sign-on";

    /// <summary>Where the provider sends people back to; it must be told of it.</summary>
    public const string ReturnPath = "/sign-in/oidc";

    private static readonly TimeSpan Answers = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan SignInTakes = TimeSpan.FromMinutes(15);

    public static void Add(IServiceCollection services, AuthenticationBuilder doors, OidcSettings settings)
    {
        services.AddSingleton(settings);
        services.AddScoped<ProviderAccounts>();
        doors.AddOpenIdConnect(Scheme, options => Configure(options, settings));
    }

    private static void Configure(OpenIdConnectOptions options, OidcSettings settings)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority.AbsoluteUri, settings.ClientId, settings.Secret);
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.CallbackPath = ReturnPath;
        // Nobody ends sessions from outside: sign-out at the provider ends there, and one here ends here first.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        options.SignInScheme = SessionCookie.Scheme;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.BackchannelTimeout = Answers;
        options.RemoteAuthenticationTimeout = options.ProtocolValidator.NonceLifetime = SignInTakes;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes)
        {
            options.Scope.Add(scope);
        }

        KeepClaims(options, settings);
        KeepCookies(options);
        options.Events = ProviderEvents.Create();
    }

    // Some providers tell roles in the token, and others only where they tell of the person.
    private static void KeepClaims(OpenIdConnectOptions options, OidcSettings settings)
    {
        options.ClaimActions.Clear();
        foreach (var claim in new[] { settings.RoleClaim, "preferred_username", "email", "name" }.Distinct(StringComparer.Ordinal))
        {
            options.ClaimActions.Add(new ClaimOfPerson(claim));
        }
    }

    // The provider sends people back by a redirect, a GET of a whole page, with which browsers send Lax cookies, over https as over http on
    // loopback. With form_post it would be a POST of a foreign page: that needs SameSite=None and so Secure, which http has not, and
    // OriginDoor lets none through.
    private static void KeepCookies(OpenIdConnectOptions options)
    {
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        (options.CorrelationCookie.Name, options.NonceCookie.Name) = ("cutover-sign-in.", "cutover-nonce.");
    }
}
