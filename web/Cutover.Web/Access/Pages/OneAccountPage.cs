using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Cutover.Web.Access.People;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.Pages;

/// <summary>One account, for admins: its roles, its tokens, and its ends.</summary>
internal static class OneAccountPage
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/{account:long}", (long account, HttpContext context, OneAccount page) => page.ShowAsync(account, context, Html.Empty));
        accounts.MapForm("/{account:long}/roles", GiveAsync);
        accounts.MapForm("/{account:long}/roles/take", TakeAsync);
        accounts.MapForm("/{account:long}/invitation", InviteAsync);
        accounts.MapForm("/{account:long}/disable", Change((changes, origin, id, over) => changes.DisableAsync(origin, id, true, over)));
        accounts.MapForm("/{account:long}/enable", Change((changes, origin, id, over) => changes.DisableAsync(origin, id, false, over)));
        accounts.MapForm("/{account:long}/sign-out-everywhere", Change((changes, origin, id, over) => changes.EndSessionsAsync(origin, id, over)));
        accounts.MapForm("/{account:long}/tokens/{token:long}/revoke", RevokeAsync);
    }

    public static string State(AccountRecord account) => account switch
    {
        { IsDisabled: true } => "closed",
        { Logins.Count: > 0 } => "open, signs in with single sign-on",
        { PasswordHash: null } => "invited",
        { LockoutEnd: { } until } when until > DateTimeOffset.UnixEpoch && account.AccessFailedCount == 0 => "open, locked for some minutes after wrong passwords",
        _ => "open",
    };

    private static Delegate Change(Func<AccountChanges, Origin, long, CancellationToken, Task<string?>> change) =>
        async (long account, HttpContext context, AccountChanges changes, OneAccount page) => await page.ShowAsync(
            account, context, Said(await change(changes, Operator.OriginOf(context), account, context.RequestAborted)));

    private static async Task<IResult> GiveAsync(long account, HttpContext context, AccountChanges changes, OneAccount page) =>
        await AccountsPage.GrantAsync(context) is { } grant
            ? await page.ShowAsync(account, context, Said(await changes.GrantAsync(
                Operator.OriginOf(context), account, grant.Role, grant.Playbook, context.RequestAborted)))
            : await page.ShowAsync(account, context, Said("An admin is one of all playbooks: leave the playbook out."));

    private static async Task<IResult> TakeAsync(long account, HttpContext context, AccountChanges changes, OneAccount page)
    {
        var playbook = await context.FieldAsync("playbook");
        return await page.ShowAsync(account, context, Said(await changes.GrantAsync(
            Operator.OriginOf(context), account, null, playbook.Length == 0 ? null : playbook, context.RequestAborted)));
    }

    private static async Task<IResult> InviteAsync(long account, HttpContext context, AccountChanges changes, OneAccount page) =>
        await page.ShowAsync(
            account,
            context,
            await changes.InviteAsync(Operator.OriginOf(context), account, context.RequestAborted) is { } code
                ? AccountsPage.Link(context, "this account", code)
                : Said("There is no such account."));

    private static async Task<IResult> RevokeAsync(long account, long token, HttpContext context, ApiTokens tokens, OneAccount page) =>
        await page.ShowAsync(
            account,
            context,
            Said(await tokens.RevokeAsync(Operator.OriginOf(context), account, token, context.RequestAborted) ? null : "There is no such token."));

    private static Html Said(string? problem) =>
        problem is null ? Html.Trusted("<p role=status>Done.</p>") : $"<p role=alert>{problem}</p>";
}
