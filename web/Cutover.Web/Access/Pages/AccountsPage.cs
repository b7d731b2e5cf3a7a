using Cutover.Core.Accounts;
using Cutover.Engine.Storage;
using Cutover.Web.Access.People;
using Cutover.Web.Access.SingleSignOn;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.Pages;

/// <summary>All accounts, for admins.</summary>
internal static class AccountsPage
{
    public const string Path = "/accounts";

    public static void Map(WebApplication app)
    {
        var accounts = app.MapGroup(Path).RequireAuthorization(Policies.Administers).ExcludeFromDescription();
        accounts.MapGet("", (HttpContext context, CutoverContext database) => PageAsync(context, database, Html.Empty));
        accounts.MapForm("", CreateAsync);
        OneAccountPage.Map(accounts);
    }

    /// <summary>What a form gives: a role, for all playbooks or one; null when it is not a grant.</summary>
    public static async Task<Grant?> GrantAsync(HttpContext context)
    {
        var (role, playbook) = (Roles.Parse(await context.FieldAsync("role")), await context.FieldAsync("playbook"));
        return role is not { } given || (given == Role.Admin && playbook.Length > 0) ? null : new Grant(given, playbook.Length == 0 ? null : playbook);
    }

    /// <summary>A link, to be handed to its person.</summary>
    public static Html Link(HttpContext context, string name, string code) =>
        $"""
        <section role=status><h2>A link for {name}</h2><p>Hand it over on a safe way. It is shown this once, works once, and for {Invitations.Lifetime.TotalHours} hours.</p>
        <code class=secret>{Invitations.Link(new Uri($"{context.Request.Scheme}://{context.Request.Host}"), code)}</code></section>
        """;

    private static async Task<IResult> CreateAsync(HttpContext context, CutoverContext database, AccountChanges accounts)
    {
        var name = await context.FieldAsync("name");
        if (await GrantAsync(context) is not { } grant)
        {
            return await PageAsync(context, database, $"<p role=alert>An admin is one of all playbooks: leave the playbook out.</p>", 400);
        }

        var (code, problem) = await accounts.CreateAsync(Operator.OriginOf(context), name, grant, context.RequestAborted);
        database.ChangeTracker.Clear();
        return code is null
            ? await PageAsync(context, database, $"<p role=alert>{problem}</p>", 400)
            : await PageAsync(context, database, Link(context, name, code));
    }

    private static async Task<IResult> PageAsync(HttpContext context, CutoverContext database, Html said, int status = 200)
    {
        var all = await database.Accounts.AsNoTracking().Include(account => account.Grants).Include(account => account.Logins)
            .OrderBy(account => account.NormalizedUserName).ToListAsync(context.RequestAborted);
        return Frame.Show(
            context,
            "Accounts",
            $"""
            {said}{(LocalSignIn.IsAllowed(context.RequestServices) ? NewAccount(context) : Html.Empty)}
            <section><h2>All</h2><div class="scroll" tabindex="0" role="region" aria-label="Accounts"><table><thead><tr><th scope="col">Name</th><th scope="col">Roles</th><th scope="col">State</th><th scope="col">Made</th></tr></thead>
            <tbody>{Html.Each(all, Row)}</tbody></table></div></section>
            """,
            status);
    }

    private static Html NewAccount(HttpContext context) =>
        $"""
        <section><h2>New account</h2><p class=hint>Its person gets a link to choose a password with. A role is for all playbooks, or for the one named here.</p>
        <form method="post" action="{Path}" class="fields">{FormRoutes.Token(context)}
        <label>Name <input name="name" maxlength="{AccountChanges.LongestName}" required autocomplete="off"></label>{Roles.Choice(Role.Admin, Role.Viewer)}
        <label>Only for the playbook <input name="playbook" placeholder="all"></label><button>Make the account</button></form></section>
        """;

    private static Html Row(AccountRecord account)
    {
        var grants = account.Grants.Count == 0 ? "none" : string.Join(", ", account.Grants.Select(Roles.Words));
        return $"""<tr><th scope="row"><a href="{Path}/{account.Id}">{account.UserName}</a></th><td class="wide">{grants}</td><td>{OneAccountPage.State(account)}</td><td>{AccountParts.Day(account.CreatedAt)}</td></tr>""";
    }
}
