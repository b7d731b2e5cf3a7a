using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cutover.Web.Access;

/// <summary>The way in and out for people with the shared token. There is none in a lab without a token.</summary>
internal static class SignIn
{
    public const string Path = "/sign-in";

    public const string Out = "/sign-out";

    public static void Map(WebApplication app)
    {
        app.MapGet(Path, (HttpContext context, IAntiforgery antiforgery) => Page(200, context, antiforgery, null))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapPost(Path, EnterAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Out, LeaveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, IAntiforgery antiforgery, OperatorToken token, SignInAttempts attempts, ILogger<OperatorToken> logger)
    {
        var address = context.Connection.RemoteIpAddress;
        if (!attempts.Admit(address))
        {
            Log.SignInThrottled(logger, address);
            context.Response.Headers.RetryAfter = SignInAttempts.Window.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            return Page(429, context, antiforgery, "Too many tries. Wait a minute.");
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Page(400, context, antiforgery, "This form was out of date. Please try again.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!token.Matches(form["token"].ToString()))
        {
            Log.SignInRefused(logger, address);
            return Page(401, context, antiforgery, "That is not the token.");
        }

        var who = Operator.WithToken(form["name"]);
        await context.SignInAsync(SessionCookie.Scheme, SessionCookie.Open(who, token));
        Log.SignedIn(logger, who, address);
        return TypedResults.LocalRedirect(Back(context));
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return PlainPage.Show(
                400, "Still signed in", "<p role=alert>This form was out of date.</p><p><a href=\"/\">Back to the runs</a></p>");
        }

        await context.SignOutAsync(SessionCookie.Scheme);
        return TypedResults.LocalRedirect(Path);
    }

    // Only to a page of this host: the address is part of a link that anybody can write.
    private static string Back(HttpContext context) =>
        context.Request.Query["ReturnUrl"].ToString() is { Length: > 0 } asked && RedirectHttpResult.IsLocalUrl(asked) ? asked : "/";

    private static IResult Page(int status, HttpContext context, IAntiforgery antiforgery, string? message)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        var action = PlainPage.Encode($"{Path}?ReturnUrl={Uri.EscapeDataString(Back(context))}");
        return PlainPage.Show(
            status,
            "Sign in",
            $"""
            {(message is null ? string.Empty : $"<p role=alert>{PlainPage.Encode(message)}</p>")}
            <form method="post" action="{action}">
            <input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">
            <label>Operator token <input name="token" type="password" required autocomplete="current-password" autofocus></label>
            <label>Your name, for the record <input name="name" maxlength="64" autocomplete="name"></label>
            <button>Sign in</button>
            </form>
            """);
    }
}
