using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Accounts;
using Cutover.Engine.Storage;
using Cutover.Web.Access.People;

namespace Cutover.Web.Access.Pages;

/// <summary>Parts of the pages of accounts.</summary>
internal static class AccountParts
{
    public static Html NewToken(HttpContext context, Grants grants) =>
        $"""
        <section><h2>New API token</h2><p class=hint>For the command line (<code>CUTOVER_TOKEN</code>) and scripts. It may never do more than you may.</p>
        <form method="post" action="{AccountPage.Path}/tokens" class="fields">{FormRoutes.Token(context)}
        <label>Name <input name="name" maxlength="64" required placeholder="laptop"></label>
        {Roles.Choice(grants.Anywhere ?? Role.Viewer, (Role)Math.Min((int)(grants.Anywhere ?? Role.Viewer), (int)Role.Operator))}
        <label>Only these playbooks <input name="playbooks" placeholder="all of yours"></label>
        <label>Days <input name="days" type="number" min="1" max="{ApiTokens.LongestDays}" value="{ApiTokens.DefaultDays}" required></label>
        <button>Make the token</button></form></section>
        """;

    /// <param name="action">Where a revocation is posted to: this, the token's number, "revoke".</param>
    public static Html Tokens(HttpContext context, ImmutableArray<ApiTokenRecord> tokens, string action, DateTimeOffset now) =>
        tokens.IsEmpty ? Html.Trusted("<section><h2>API tokens</h2><p class=hint>None.</p></section>") :
        $"""
        <section><h2>API tokens</h2><div class="scroll" tabindex="0" role="region" aria-label="API tokens"><table><thead><tr><th scope="col">Name</th><th scope="col">May</th><th scope="col">Made</th><th scope="col">Until</th><th scope="col">Last used</th><td></td></tr></thead>
        <tbody>{Html.Each(tokens, token => Row(context, token, action, now))}</tbody></table></div></section>
        """;

    public static Html Password(HttpContext context) =>
        $"""
        <section><h2>Password</h2><form method="post" action="{AccountPage.Path}/password" class="fields">{FormRoutes.Token(context)}
        <label>Present one <input name="current" type="password" required autocomplete="current-password"></label>
        <label>New, of {Passwords.ShortestPassword} characters or more <input name="wanted" type="password" minlength="{Passwords.ShortestPassword}" required autocomplete="new-password"></label>
        <label>The same again <input name="again" type="password" minlength="{Passwords.ShortestPassword}" required autocomplete="new-password"></label>
        <button>Change it</button></form></section>
        """;

    /// <summary>A day, with the exact moment for whoever looks closer.</summary>
    public static Html Day(DateTimeOffset? at) => at is { } moment
        ? $"""<time datetime="{moment.UtcDateTime.ToString("O")}" title="{moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC">{moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</time>"""
        : Html.Trusted("never");

    private static Html Row(HttpContext context, ApiTokenRecord token, string action, DateTimeOffset now)
    {
        var scope = token.PlaybookNames.IsEmpty ? "all playbooks" : string.Join(", ", token.PlaybookNames);
        Html over = token.ExpiresAt <= now ? $" (over)" : Html.Empty;
        return $"""
            <tr><th scope="row">{token.Name}</th><td>{token.Role.ToString().ToLowerInvariant()} of {scope}</td><td>{Day(token.CreatedAt)}</td><td>{Day(token.ExpiresAt)}{over}</td><td>{Day(token.LastUsedAt)}</td>
            <td><form method="post" action="{action}/{token.Id}/revoke">{FormRoutes.Token(context)}<button class="danger" aria-label="Revoke {token.Name}">Revoke</button></form></td></tr>
            """;
    }
}
