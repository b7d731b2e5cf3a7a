using System.Globalization;
using Cutover.Web.Access.Pages;
using Cutover.Web.Access.People;
using Cutover.Web.Access.SingleSignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cutover.Web.Access;

/// <summary>The way in and out for people. There is none in a lab in which nobody signs in.</summary>
internal static class SignIn
{
    public const string Path = "/sign-in";

    public const string Out = "/sign-out";

    public static void Map(WebApplication app)
    {
        app.MapGet(Path, (HttpContext context) => Page(200, context, null)).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Out, LeaveAsync).RequireAuthorization(Policies.HasAccount).ExcludeFromDescription();
    }

    /// <summary>The way in with a password of this host's own.</summary>
    public static void MapLocal(WebApplication app) => app.MapPost(Path, EnterAsync).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Counts a try to get in; the page that says why not, when it is one too many.</summary>
    public static IResult? Refuse(HttpContext context, SignInAttempts attempts, ILogger logger)
    {
        var address = context.Connection.RemoteIpAddress;
        if (attempts.Admit(address))
        {
            return null;
        }

        Log.SignInThrottled(logger, address);
        context.Response.Headers.RetryAfter = SignInAttempts.Window.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return Page(429, context, "Too many tries. Wait a minute.");
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, IAntiforgery antiforgery, Passwords passwords, SignInAttempts attempts, ILogger<SignInAttempts> logger)
    {
        if (Refuse(context, attempts, logger) is { } tooMany)
        {
            return tooMany;
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Page(400, context, "This form was out of date. Please try again.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (address, from) = (context.Connection.RemoteIpAddress, PersonClaims.AddressOf(context.Connection.RemoteIpAddress));
        if (await passwords.CheckAsync(form["name"].ToString(), form["password"].ToString(), from, context.RequestAborted) is not { } account)
        {
            Log.SignInRefused(logger, address);
            return Page(401, context, "Name and password do not fit, or the account is closed, or locked for some minutes.");
        }

        await context.SignInAsync(SessionCookie.Scheme, Sessions.Open(account, from));
        Log.SignedIn(logger, account.UserName!, address);
        return TypedResults.LocalRedirect(Back(context));
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return PlainPage.Show(
                400, "Still signed in", $"<p role=alert>This form was out of date.</p><p><a href=\"/\">Back to the runs</a></p>");
        }

        var session = await context.AuthenticateAsync(SessionCookie.Scheme);
        await context.SignOutAsync(SessionCookie.Scheme);
        return await ProviderSignOut.AddressAsync(context, session.Properties) is { } provider
            ? EntryPages.PassOn("Signed out of Cutover", provider, "Sign out there as well")
            : TypedResults.LocalRedirect(Path);
    }

    /// <summary>Where whoever signs in goes on to: only to a page of this host, since the address is part of a link that anybody can write.</summary>
    public static string Back(HttpContext context) =>
        context.Request.Query["ReturnUrl"].ToString() is { Length: > 0 } asked && RedirectHttpResult.IsLocalUrl(asked) ? asked : "/";

    // A link in a message is opened from another site, and browsers send no strict cookie with that: whoever is signed in goes on from here.
    private static Html GoOn(HttpContext context) =>
        Back(context) is "/" ? Html.Empty : Html.Of($"<p><a href=\"{Back(context)}\">Signed in already? Go on</a></p>");

    private static IResult Page(int status, HttpContext context, string? message) => PlainPage.Show(
        status,
        "Sign in",
        Html.Of($"""
            {(message is null ? Html.Empty : $"<p role=alert>{message}</p>")}
            {ProviderDoor.Button(context, Back(context))}
            {(LocalSignIn.IsAllowed(context.RequestServices) ? Form(context) : Html.Empty)}
            {GoOn(context)}
            """));

    private static Html Form(HttpContext context) =>
        $"""
        <form method="post" action="{Path}?ReturnUrl={Uri.EscapeDataString(Back(context))}">
        {FormRoutes.Token(context)}
        <label>Name <input name="name" maxlength="{AccountChanges.LongestName}" required autocomplete="username" autofocus></label>
        <label>Password <input name="password" type="password" required autocomplete="current-password"></label>
        <button>Sign in</button>
        </form>
        """;
}
