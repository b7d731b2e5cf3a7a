using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Accounts;
using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Authentication;

namespace Cutover.Web.Access.Pages;

/// <summary>What a person does to their own account: tokens, password, sign out everywhere.</summary>
internal static class AccountPage
{
    public const string Path = "/account";

    private const int LongestTokenName = 64;

    public static void Map(WebApplication app)
    {
        var own = app.MapGroup(Path).RequireAuthorization(Policies.HasAccount).ExcludeFromDescription();
        own.MapGet("", (HttpContext context, ApiTokens tokens, TimeProvider time) => PageAsync(context, tokens, time, Html.Empty));
        own.MapForm("/tokens", CreateTokenAsync);
        own.MapForm("/tokens/{token:long}/revoke", RevokeTokenAsync);
        own.MapForm("/password", ChangePasswordAsync);
        own.MapForm("/sign-out-everywhere", EndSessionsAsync);
    }

    private static async Task<IResult> CreateTokenAsync(HttpContext context, ApiTokens tokens, TimeProvider time)
    {
        var (name, days) = (await context.FieldAsync("name"), await context.FieldAsync("days"));
        var role = Roles.Parse(await context.FieldAsync("role"));
        if (name is { Length: 0 or > LongestTokenName } || role is null
            || !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until is < 1 or > ApiTokens.LongestDays)
        {
            var wrong = $"A token has a name of 1 to {LongestTokenName} characters, a role, and 1 to {ApiTokens.LongestDays} days.";
            return await PageAsync(context, tokens, time, $"<p role=alert>{wrong}</p>", 400);
        }

        ImmutableArray<string> playbooks =
            [.. (await context.FieldAsync("playbooks")).Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var most = (Role)Math.Min((int)role.Value, (int)(PersonClaims.GrantsOf(context.User).Anywhere ?? Role.Viewer));
        var text = await tokens.CreateAsync(
            Operator.OriginOf(context), Own(context), name, most, playbooks, until, context.RequestAborted);
        return await PageAsync(
            context,
            tokens,
            time,
            $"<section role=status><h2>The token {name}</h2><p>It is shown this once. Keep it where the program that uses it finds it, for example in <code>CUTOVER_TOKEN</code>.</p><code class=secret>{text}</code></section>");
    }

    private static async Task<IResult> RevokeTokenAsync(long token, HttpContext context, ApiTokens tokens, TimeProvider time) =>
        await PageAsync(
            context,
            tokens,
            time,
            await tokens.RevokeAsync(Operator.OriginOf(context), Own(context), token, context.RequestAborted)
                ? $"<p role=status>The token is over.</p>"
                : Html.Trusted("<p role=alert>You have no such token.</p>"));

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, Passwords passwords, SignInAttempts attempts, ApiTokens tokens, TimeProvider time, ILogger<Passwords> logger)
    {
        if (SignIn.Refuse(context, attempts, logger) is { } tooMany)
        {
            return tooMany;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (account, problem) = form["wanted"] != form["again"]
            ? (null, "The two passwords differ.")
            : await passwords.ChangeAsync(
                Operator.OriginOf(context), Own(context), form["current"].ToString(), form["wanted"].ToString(), context.RequestAborted);
        if (account is null)
        {
            return await PageAsync(context, tokens, time, $"<p role=alert>{problem}</p>", 400);
        }

        await context.SignInAsync(
            SessionCookie.Scheme, Sessions.Open(account, PersonClaims.AddressOf(context.Connection.RemoteIpAddress)));
        return await PageAsync(
            context, tokens, time, $"<p role=status>The password is changed, and every other session of yours is over.</p>");
    }

    private static async Task<IResult> EndSessionsAsync(HttpContext context, AccountChanges accounts)
    {
        await accounts.EndSessionsAsync(Operator.OriginOf(context), Own(context), context.RequestAborted);
        await context.SignOutAsync(SessionCookie.Scheme);
        return TypedResults.LocalRedirect(SignIn.Path);
    }

    private static long Own(HttpContext context) => PersonClaims.NumberOf(context.User, PersonClaims.Account)!.Value;

    private static async Task<IResult> PageAsync(HttpContext context, ApiTokens tokens, TimeProvider time, Html said, int status = 200)
    {
        var own = await tokens.ListAsync(Own(context), context.RequestAborted);
        var grants = PersonClaims.GrantsOf(context.User);
        var roles = grants.All.IsEmpty ? "no role yet: ask an admin" : string.Join(", ", grants.All.Select(Roles.Words));
        return Frame.Show(
            context,
            "Your account",
            $"""
            <p>{context.User.Identity!.Name}: {roles}</p>{said}
            {AccountParts.NewToken(context, grants)}
            {AccountParts.Tokens(context, own, $"{Path}/tokens", time.GetUtcNow())}
            {(context.User.HasClaim(claim => claim.Type == PersonClaims.Password) ? AccountParts.Password(context) : Html.Empty)}
            <section><h2>Sign out everywhere</h2><p class=hint>Ends every session of yours at once, this one too. Tokens stay: revoke them above.</p>
            <form method="post" action="{Path}/sign-out-everywhere">{FormRoutes.Token(context)}<button class="danger">Sign out everywhere</button></form></section>
            """,
            status);
    }
}
