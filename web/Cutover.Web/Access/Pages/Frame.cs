using System.Text;
using Cutover.Core.Accounts;
using Cutover.Web.Components.Shell;

namespace Cutover.Web.Access.Pages;

/// <summary>The frame around the pages of accounts and audit. They need no script and no circuit.</summary>
internal static class Frame
{
    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --ground: light-dark(#f4f6f8, #0f141a); --card: light-dark(#fff, #171e26);
          --text: light-dark(#16202c, #e6ebf1); --quiet: light-dark(#4a5a6c, #a9b6c4); --line: light-dark(#d6dde5, #2b3644); --field: light-dark(#6f7f90, #73849a);
          --key: light-dark(#1c5d99, #7ab8f5); --on-key: light-dark(#fff, #07131f); --danger: light-dark(#b3261e, #ff8a80); }
        * { box-sizing: border-box; } body { margin: 0; background: var(--ground); color: var(--text); }
        a { color: var(--key); } header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; padding: .75rem 1rem; background: var(--card); border-block-end: 1px solid var(--line); }
        header nav { display: flex; flex-wrap: wrap; gap: 1rem; margin-inline-end: auto; } header a { text-decoration: none; padding: .25rem 0; } header a[aria-current] { border-block-end: 2px solid; }
        main { max-width: 80rem; margin: 0 auto; padding: 1rem; } h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin-block: 1rem; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-block-end: 1px solid var(--line); }
        th { font-weight: 600; color: var(--quiet); white-space: nowrap; } td.nowrap, td time { white-space: nowrap; } td.wide { min-width: 16rem; overflow-wrap: anywhere; }
        .hint { color: var(--quiet); } form { margin: 0; } form.fields { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; } label { display: block; min-width: 11rem; flex: 1; }
        input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--field); border-radius: 6px; padding: .45rem .6rem; width: 100%; min-height: 2.5rem; }
        button { width: auto; white-space: nowrap; background: var(--key); border-color: var(--key); color: var(--on-key); font-weight: 600; cursor: pointer; }
        button.plain { background: none; color: var(--key); } button.danger { background: none; border-color: var(--danger); color: var(--danger); }
        :focus-visible { outline: 2px solid var(--key); outline-offset: 2px; } .row { display: flex; flex-wrap: wrap; gap: .5rem; }
        [role=alert], [role=status] { border-inline-start: .3rem solid var(--danger); padding: .25rem .7rem .7rem; } [role=status] { border-color: var(--key); }
        code { overflow-wrap: anywhere; font-size: .95em; } .secret { display: block; padding: .6rem; border: 1px dashed var(--field); border-radius: 6px; user-select: all; }
        """;

    public static IResult Show(HttpContext context, string title, Html body, int status = 200) => TypedResults.Content(
        Html.Of($"""
            <!DOCTYPE html>
            <html lang="en" style="{Scheme(context)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · Cutover</title><link rel="icon" href="/favicon.svg"><style>{Html.Trusted(Style)}</style></head>
            <body><header><nav aria-label="Main"><a href="/"><strong>Cutover</strong></a>{Links(context)}</nav>{SignOut(context)}</header>
            <main><h1>{title}</h1>{body}</main></body>
            </html>
            """).ToString(),
        "text/html",
        Encoding.UTF8,
        status);

    // As the dashboard is drawn: what was chosen there holds here.
    private static string Scheme(HttpContext context) =>
        context.Request.Cookies[ThemeCookies.Choice] is "dark" or "light" ? $"color-scheme: {context.Request.Cookies[ThemeCookies.Choice]}" : "";

    private static Html Links(HttpContext context)
    {
        var isAdmin = PersonClaims.GrantsOf(context.User).Everywhere == Role.Admin;
        var signsIn = context.RequestServices.GetService<SignInAttempts>() is not null;
        (string Path, string Words, bool Shown)[] links =
        [
            (AccountPage.Path, "Your account", signsIn), (AccountsPage.Path, "Accounts", signsIn && isAdmin), (AuditPage.Path, "Audit", isAdmin),
        ];
        return Html.Each(links.Where(link => link.Shown), link => Link(context, link.Path, link.Words));
    }

    private static Html Link(HttpContext context, string path, string words)
    {
        Html current = context.Request.Path.Equals(path) ? $" aria-current=\"page\"" : Html.Empty;
        return $"""<a href="{path}"{current}>{words}</a>""";
    }

    private static Html SignOut(HttpContext context) => context.RequestServices.GetService<SignInAttempts>() is null
        ? Html.Trusted("<span class=hint>Lab: nobody signs in</span>")
        : $"""<span class="hint">{Operator.NameOf(context)}</span><form method="post" action="{SignIn.Out}">{FormRoutes.Token(context)}<button class="plain">Sign out</button></form>""";
}
