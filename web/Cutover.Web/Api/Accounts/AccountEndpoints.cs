using System.Collections.Immutable;
using Cutover.Core.Accounts;
using Cutover.Engine.Api;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Cutover.Web.Access;
using Cutover.Web.Access.People;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Api.Accounts;

/// <summary>
/// What admins do to accounts. Personal tokens are made on the page /account alone, by whoever is signed in there: a token that could make
/// tokens would never be over.
/// </summary>
internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").RequireAuthorization(Policies.Administers).WithTags("Accounts");
        accounts.MapGet("", ListAsync).WithName("listAccounts").WithSummary("Every account, by name.");
        accounts.MapGet("/{account:long}", FindAsync).WithName("getAccount").WithSummary("One account.").Produces<AccountView>().MayFail(404);
        accounts.MapPost("", CreateAsync).WithName("createAccount")
            .WithSummary("Makes an account with a role, and the link by which its person sets a password.")
            .Produces<InvitationView>(StatusCodes.Status201Created).MayFail(400, 409);
        accounts.MapPost("/{account:long}/invitation", InviteAsync).WithName("inviteAccount")
            .WithSummary("A new link to set a password with; the one before is over.").Produces<InvitationView>().MayFail(404);
        accounts.MapPut("/{account:long}/roles", GiveAsync).WithName("giveRole")
            .WithSummary("Gives a role for all playbooks or one, in place of the one given for the same before.")
            .Produces<AccountView>().MayFail(400, 404, 409);
        accounts.MapDelete("/{account:long}/roles", TakeAsync).WithName("takeRole")
            .WithSummary("Takes the role for one playbook, or without one named the role for all, away.").Produces<AccountView>().MayFail(404, 409);
        accounts.MapPost("/{account:long}/close", Change((changes, origin, id) => changes.DisableAsync(origin, id, true, default)))
            .WithName("closeAccount").WithSummary("Closes an account: its sessions end, its tokens do not hold.")
            .Produces<AccountView>().MayFail(404, 409);
        accounts.MapPost("/{account:long}/open", Change((changes, origin, id) => changes.DisableAsync(origin, id, false, default)))
            .WithName("openAccount").WithSummary("Opens a closed account again.").Produces<AccountView>().MayFail(404, 409);
        accounts.MapPost("/{account:long}/sign-out-everywhere", Change((changes, origin, id) => changes.EndSessionsAsync(origin, id, default)))
            .WithName("endSessions").WithSummary("Ends all sessions of an account at once; its tokens stay.")
            .Produces<AccountView>().MayFail(404, 409);
        accounts.MapGet("/{account:long}/tokens", TokensAsync).WithName("listTokens")
            .WithSummary("The personal tokens of an account that are not revoked, the newest first.")
            .Produces<ImmutableArray<TokenView>>().MayFail(404);
        accounts.MapDelete("/{account:long}/tokens/{token:long}", RevokeAsync).WithName("revokeToken").WithSummary("Ends a personal token.")
            .Produces<ActDoneView>().MayFail(404);
    }

    private static async Task<ImmutableArray<AccountView>> ListAsync(CutoverContext database, CancellationToken cancellation) =>
        [.. (await Known(database).OrderBy(account => account.NormalizedUserName).ToListAsync(cancellation)).Select(AccountView.Of)];

    private static async Task<IResult> FindAsync(long account, CutoverContext database, CancellationToken cancellation) =>
        await Known(database).SingleOrDefaultAsync(one => one.Id == account, cancellation) is { } found
            ? TypedResults.Ok(AccountView.Of(found))
            : None(account);

    private static async Task<IResult> CreateAsync(
        NewAccountRequest asked, CutoverContext database, AccountChanges changes, HttpContext context, TimeProvider time)
    {
        if (Fault(asked.Role, asked.Playbook) is { } fault)
        {
            return fault;
        }

        var grant = new Grant(asked.Role, asked.Playbook);
        var (code, problem) = await changes.CreateAsync(Operator.OriginOf(context), asked.Name, grant, CancellationToken.None);
        if (code is null)
        {
            return Problem.Answer(new("Not made", 409, problem!));
        }

        var id = await database.Accounts.Where(one => one.UserName == asked.Name.Trim()).Select(one => one.Id).SingleAsync(CancellationToken.None);
        return TypedResults.Created(FormattableString.Invariant($"/api/v1/accounts/{id}"), Invitation(context, id, code, time));
    }

    private static async Task<IResult> InviteAsync(long account, AccountChanges changes, HttpContext context, TimeProvider time) =>
        await changes.InviteAsync(Operator.OriginOf(context), account, CancellationToken.None) is { } code
            ? TypedResults.Ok(Invitation(context, account, code, time))
            : None(account);

    private static async Task<IResult> GiveAsync(
        long account, RoleRequest asked, AccountChanges changes, CutoverContext database, HttpContext context) =>
        Fault(asked.Role, asked.Playbook) ?? await ChangedAsync(
            account, database, changes.GrantAsync(Operator.OriginOf(context), account, asked.Role, asked.Playbook, CancellationToken.None));

    private static Task<IResult> TakeAsync(
        long account, AccountChanges changes, CutoverContext database, HttpContext context, string? playbook = null) =>
        ChangedAsync(account, database, changes.GrantAsync(Operator.OriginOf(context), account, null, playbook, CancellationToken.None));

    private static Delegate Change(Func<AccountChanges, Origin, long, Task<string?>> change) =>
        (long account, AccountChanges changes, CutoverContext database, HttpContext context) =>
            ChangedAsync(account, database, change(changes, Operator.OriginOf(context), account));

    private static async Task<IResult> TokensAsync(long account, CutoverContext database, ApiTokens tokens, CancellationToken cancellation) =>
        await database.Accounts.AnyAsync(one => one.Id == account, cancellation)
            ? TypedResults.Ok<ImmutableArray<TokenView>>([.. (await tokens.ListAsync(account, cancellation)).Select(TokenView.Of)])
            : None(account);

    private static async Task<IResult> RevokeAsync(long account, long token, ApiTokens tokens, HttpContext context) =>
        await tokens.RevokeAsync(Operator.OriginOf(context), account, token, CancellationToken.None)
            ? TypedResults.Ok(new ActDoneView("The token is over."))
            : Problem.Answer(new(
                "No such token", 404, FormattableString.Invariant($"Account {account} has no token {token} that is not revoked.")));

    private static async Task<IResult> ChangedAsync(long account, CutoverContext database, Task<string?> change)
    {
        var problem = await change;
        database.ChangeTracker.Clear();
        return problem is not null && await Known(database).AnyAsync(one => one.Id == account)
            ? Problem.Answer(new("Not changed", 409, problem))
            : await FindAsync(account, database, CancellationToken.None);
    }

    private static IQueryable<AccountRecord> Known(CutoverContext database) => database.Accounts.AsNoTracking().Include(account => account.Grants);

    private static IResult? Fault(Role role, string? playbook) => (role, playbook) is (Role.Admin, not null)
        ? Problem.Answer(new("Not a role", 400, "playbook: an admin is one of all playbooks; leave the playbook out."))
        : null;

    private static IResult None(long account) =>
        Problem.Answer(new("No such account", 404, FormattableString.Invariant($"There is no account {account}.")));

    private static InvitationView Invitation(HttpContext context, long account, string code, TimeProvider time) => new(
        account,
        Invitations.Link(new Uri($"{context.Request.Scheme}://{context.Request.Host}"), code),
        time.GetUtcNow() + Invitations.Lifetime);
}
