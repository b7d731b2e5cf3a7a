using Cutover.Core.Accounts;
using Cutover.Engine.Storage;
using Cutover.Web.Access.People;
using Cutover.Web.Access.SingleSignOn;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.Pages;

/// <summary>Draws the page of one account, as the database has it.</summary>
internal sealed class OneAccount(IDbContextFactory<CutoverContext> contexts, ApiTokens tokens, TimeProvider time)
{
    public async Task<IResult> ShowAsync(long id, HttpContext context, Html said)
    {
        await using var database = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await database.Accounts.AsNoTracking().Include(one => one.Grants).Include(one => one.Logins).SingleOrDefaultAsync(
            one => one.Id == id, context.RequestAborted) is not { } account)
        {
            return Frame.Show(context, "No such account", $"""<p><a href="{AccountsPage.Path}">All accounts</a></p>""", 404);
        }

        var path = FormattableString.Invariant($"{AccountsPage.Path}/{id}");
        var own = await tokens.ListAsync(id, context.RequestAborted);
        return Frame.Show(
            context,
            account.UserName!,
            $"""
            <p class=hint>{OneAccountPage.State(account)}, made {AccountParts.Day(account.CreatedAt)}. <a href="{AccountsPage.Path}">All accounts</a></p>{said}
            <section><h2>Roles</h2><table><tbody>{Html.Each(account.Grants, grant => Role(context, grant, path))}</tbody></table>
            <form method="post" action="{path}/roles" class="fields">{FormRoutes.Token(context)}{Roles.Choice(Core.Accounts.Role.Admin, Core.Accounts.Role.Operator)}
            <label>Only for the playbook <input name="playbook" placeholder="all"></label><button>Give the role</button></form></section>
            {AccountParts.Tokens(context, own, $"{path}/tokens", time.GetUtcNow())}
            <section><h2>Ends</h2><p class=hint>A closed account has no sessions, and its tokens do not hold until it is opened again.</p>
            <div class="row">{Button(context, $"{path}/sign-out-everywhere", "Sign out everywhere", "danger")}{Invitation(context, account, path)}
            {(account.IsDisabled ? Button(context, $"{path}/enable", "Open the account again", "plain") : Button(context, $"{path}/disable", "Close the account", "danger"))}</div></section>
            """);
    }

    private static Html Invitation(HttpContext context, AccountRecord account, string path) =>
        account.Logins.Count == 0 && LocalSignIn.IsAllowed(context.RequestServices)
            ? Button(context, $"{path}/invitation", "New link to set a password", "plain")
            : Html.Empty;

    private static Html Button(HttpContext context, string action, string words, string look) =>
        $"""<form method="post" action="{action}">{FormRoutes.Token(context)}<button class="{look}">{words}</button></form>""";

    private static Html Role(HttpContext context, GrantRecord record, string path)
    {
        var grant = record.Granted();
        Html end = record.FromProvider
            ? Html.Trusted("<span class=hint>by single sign-on, renewed at each sign-in</span>")
            : $"""<form method="post" action="{path}/roles/take">{FormRoutes.Token(context)}<input type="hidden" name="playbook" value="{grant.Playbook}"><button class="danger">Take away</button></form>""";
        return $"""<tr><th scope="row">{grant.Role.ToString().ToLowerInvariant()}</th><td>{grant.Playbook ?? "all playbooks"}</td><td>{end}</td></tr>""";
    }
}
