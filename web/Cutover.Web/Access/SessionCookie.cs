using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Cutover.Web.Access;

/// <summary>The dashboard's session after a sign-in with the shared token.</summary>
internal static class SessionCookie
{
    public const string Scheme = "Session";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Generation = "token-generation";

    public static void Configure(CookieAuthenticationOptions options, OperatorToken token)
    {
        options.Cookie.Name = "cutover-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = SignIn.Path;
        options.Events.OnValidatePrincipal = context => ValidateAsync(context, token);
    }

    public static ClaimsPrincipal Open(string name, OperatorToken token) =>
        Operator.Principal(name, Scheme, new Claim(Generation, token.Generation));

    // Whoever changes the token wants everybody out who signed in with the old one.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context, OperatorToken token)
    {
        if (context.Principal?.FindFirstValue(Generation) != token.Generation)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}
