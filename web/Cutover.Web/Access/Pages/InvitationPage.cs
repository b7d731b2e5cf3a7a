using Cutover.Engine.Storage;
using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Authentication;

namespace Cutover.Web.Access.Pages;

/// <summary>Where a one-time link leads: its holder sets a password, and the first admin a name too.</summary>
internal static class InvitationPage
{
    public static void Map(WebApplication app)
    {
        app.MapGet(Invitations.Path, ShowAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapForm(Invitations.Path, AcceptAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Invitations invitations) =>
        await FindAsync(context, invitations) is { } invitation ? Page(context, invitation, null) : Over();

    private static async Task<IResult> AcceptAsync(
        HttpContext context, Invitations invitations, Passwords passwords, SignInAttempts attempts, ILogger<Invitations> logger)
    {
        if (SignIn.Refuse(context, attempts, logger) is { } tooMany)
        {
            return tooMany;
        }

        if (await FindAsync(context, invitations) is not { } invitation)
        {
            return Over();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["password"] != form["again"])
        {
            return Page(context, invitation, "The two passwords differ.");
        }

        var address = context.Connection.RemoteIpAddress;
        var from = PersonClaims.AddressOf(address);
        var (account, problem) = await passwords.AcceptAsync(
            invitation, form["name"].ToString(), form["password"].ToString(), from, context.RequestAborted);
        if (account is null)
        {
            return Page(context, invitation, problem);
        }

        await context.SignInAsync(SessionCookie.Scheme, Sessions.Open(account, from));
        Log.SignedIn(logger, account.UserName!, address);
        return TypedResults.LocalRedirect("/");
    }

    private static Task<InvitationRecord?> FindAsync(HttpContext context, Invitations invitations) =>
        invitations.FindAsync(context.Request.Query["code"].ToString(), context.RequestAborted);

    private static IResult Over() => PlainPage.Show(
        404, "This link is over", $"<p>It was used already, or it is too old, or it is not whole. Ask an admin for another one.</p>");

    private static IResult Page(HttpContext context, InvitationRecord invitation, string? message)
    {
        Html name = invitation.AccountId is null
            ? $"""<p>This makes the first account, an admin.</p><label>Name <input name="name" maxlength="{AccountChanges.LongestName}" required autocomplete="username" autofocus></label>"""
            : Html.Empty;
        return PlainPage.Show(
            message is null ? 200 : 400,
            invitation.AccountId is null ? "Set up Cutover" : "Choose a password",
            Html.Of($"""
                {(message is null ? Html.Empty : $"<p role=alert>{message}</p>")}
                <form method="post" action="{Invitations.Path}?code={context.Request.Query["code"]}">
                {FormRoutes.Token(context)}{name}
                <label>Password, of {Passwords.ShortestPassword} characters or more <input name="password" type="password" minlength="{Passwords.ShortestPassword}" required autocomplete="new-password"></label>
                <label>The same again <input name="again" type="password" minlength="{Passwords.ShortestPassword}" required autocomplete="new-password"></label>
                <button>Set the password</button>
                </form>
                """));
    }
}
