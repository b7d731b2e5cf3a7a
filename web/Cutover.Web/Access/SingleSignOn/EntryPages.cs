using Cutover.Web.Access.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>What people see between the provider and this host.</summary>
internal static class EntryPages
{
    /// <summary>Goes on by itself, from a page of this host.</summary>
    /// <remarks>
    /// A redirect would still be part of the way from the provider's site, and browsers send no strict cookie on it: whoever just signed in
    /// would be asked to sign in.
    /// </remarks>
    public static IResult GoOn(string? to) => PassOn("Signed in", RedirectHttpResult.IsLocalUrl(to) ? to! : "/", "Go on");

    /// <summary>Leads on without a click, and with one where the browser does not.</summary>
    /// <remarks>The page needs no script. A form's answer must not be a redirect to another site: form-action forbids it.</remarks>
    public static IResult PassOn(string title, string to, string words) => PlainPage.Show(
        200, title, Html.Of($"""<meta http-equiv="refresh" content="0; url={to}"><p><a href="{to}">{words}</a></p>"""));

    /// <summary>Whom the provider knows, and this host does not let in.</summary>
    public static IResult Refused(OidcSettings settings, ProviderPerson person, EntryRefusal? refusal) => PlainPage.Show(
        403,
        "Not let in",
        Html.Of($"""
            <p role=alert>{settings.Name} knows you as {person.Name}, {Reason(settings, refusal)}</p>
            <p class=hint>For the administrator: you are <code>{person.Subject}</code> at <code>{person.Issuer}</code>.</p>
            <p><a href="{SignIn.Path}">Back to the sign-in</a></p>
            """));

    public static IResult Failed(OidcSettings settings, string why) => PlainPage.Show(
        401,
        "Not signed in",
        Html.Of($"""
            <p role=alert>The sign-in with {settings.Name} was not completed: {why}.</p>
            <p><a href="{SignIn.Path}">Try again</a></p>
            """));

    /// <summary>Nobody can be sent to the provider.</summary>
    public static IResult Unreachable(OidcSettings settings) => PlainPage.Show(
        502,
        "Not signed in",
        Html.Of($"""
            <p role=alert>{settings.Name} does not answer this host, so nobody can sign in with it now. The host's log says more.</p>
            <p><a href="{SignIn.Path}">Back to the sign-in</a></p>
            """));

    private static Html Reason(OidcSettings settings, EntryRefusal? refusal) => refusal == EntryRefusal.Closed
        ? Html.Trusted("and an admin has closed your account here. Ask an admin to open it again on the page /accounts.")
        : Html.Of($"""
            and gives you no role here. Ask its administrator that your <code>{settings.RoleClaim}</code> have one of the values that give one:
            {string.Join(", ", settings.Roles.Values)}.
            """);
}
