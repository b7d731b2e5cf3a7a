using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Cutover.Web.Access;

/// <summary>The dashboard's session after a sign-in.</summary>
internal static class SessionCookie
{
    public const string Scheme = "Session";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cutover-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = SignIn.Path;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToAccessDenied = context => Forbidden.WritePageAsync(context.HttpContext);
    }

    // At every request, so that a session that was ended, and a role that was taken away, are gone at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var fresh = await http.RequestServices.GetRequiredService<Sessions>().RenewAsync(
            context.Principal!, PersonClaims.AddressOf(http.Connection.RemoteIpAddress), http.RequestAborted);
        if (fresh is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
        }
        else
        {
            context.ReplacePrincipal(fresh);
        }
    }
}
