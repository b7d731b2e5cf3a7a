using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Secrets;
using Cutover.Engine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.People;

/// <summary>What an admin does to accounts. Each change and its row of the audit are one transaction; what is refused is said in words.</summary>
internal sealed class AccountChanges(CutoverContext context, UserManager<AccountRecord> users, TimeProvider time)
{
    public const int LongestName = 64;

    /// <summary>Makes an account without a password.</summary>
    /// <returns>The code of its invitation, or why there is none.</returns>
    public async Task<(string? Code, string? Problem)> CreateAsync(Origin origin, string name, Grant grant, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var account = New(name, grant, time.GetUtcNow());
        if (await PutAsync(account) is { } problem)
        {
            return (null, problem);
        }

        var code = await Invitations.ReplaceAsync(context, account.Id, account.CreatedAt, cancellation);
        await EndAsync(origin, "account.create", account, null, new { Grants = Words(account) }, cancellation);
        return (code, null);
    }

    /// <summary>A new link to set a password with; null for an account that there is not, or that signs in at the provider.</summary>
    public async Task<string?> InviteAsync(Origin origin, long id, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(id, cancellation) is not { } account || await context.Logins.AnyAsync(login => login.AccountId == id, cancellation))
        {
            return null;
        }

        var code = await Invitations.ReplaceAsync(context, id, time.GetUtcNow(), cancellation);
        await EndAsync(origin, "account.invite", account, null, null, cancellation);
        return code;
    }

    /// <summary>Gives a role for all playbooks or one, in place of the one given for the same before; or takes it away.</summary>
    /// <param name="role">Null to take it away.</param>
    public Task<string?> GrantAsync(Origin origin, long id, Role? role, string? playbook, CancellationToken cancellation) => ChangeAsync(
        origin,
        role is null ? "account.take-role" : "account.give-role",
        id,
        account => Give(account, role, playbook ?? GrantRecord.AllPlaybooks),
        cancellation);

    /// <summary>Closes an account, or opens it again. Closing ends its sessions; its tokens do not hold meanwhile.</summary>
    public Task<string?> DisableAsync(Origin origin, long id, bool disable, CancellationToken cancellation) => ChangeAsync(
        origin,
        disable ? "account.disable" : "account.enable",
        id,
        account => (account.IsDisabled, account.SecurityStamp) = (disable, RandomSecret.New()),
        cancellation);

    /// <summary>Ends all sessions of an account at once; its tokens stay.</summary>
    public Task<string?> EndSessionsAsync(Origin origin, long id, CancellationToken cancellation) =>
        ChangeAsync(origin, "account.sign-out-everywhere", id, account => account.SecurityStamp = RandomSecret.New(), cancellation);

    internal static AccountRecord New(string name, Grant grant, DateTimeOffset now) => new()
    {
        UserName = name.Trim(),
        CreatedAt = now,
        LockoutEnabled = true,
        Grants = [new GrantRecord { Playbook = grant.Playbook ?? GrantRecord.AllPlaybooks, Role = grant.Role }],
    };

    private static void Give(AccountRecord account, Role? role, string playbook)
    {
        var held = account.Grants.Find(grant => grant.Playbook == playbook && !grant.FromProvider);
        switch (role, held)
        {
            case (null, not null):
                account.Grants.Remove(held);
                break;
            case ({ } given, not null):
                held.Role = given;
                break;
            case ({ } given, null):
                account.Grants.Add(new GrantRecord { Playbook = playbook, Role = given });
                break;
        }
    }

    private async Task<string?> ChangeAsync(
        Origin origin, string act, long id, Action<AccountRecord> change, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(id, cancellation) is not { } account)
        {
            return "There is no such account.";
        }

        var (hadAdmin, before) = (await HasAdminAsync(cancellation), new { account.IsDisabled, Grants = Words(account) });
        change(account);
        // Where single sign-on left none, nobody is the last.
        if (hadAdmin && !await HasAdminAsync(cancellation))
        {
            return "Somebody must stay who can manage accounts: this is the last admin.";
        }

        await EndAsync(origin, act, account, before, new { account.IsDisabled, Grants = Words(account) }, cancellation);
        return null;
    }

    // Against the database with the change in it, which is not committed yet.
    private async Task<bool> HasAdminAsync(CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        return await context.Accounts.AnyAsync(
            account => !account.IsDisabled && (account.PasswordHash != null || account.Logins.Count > 0)
                && account.Grants.Any(grant => grant.Role == Role.Admin),
            cancellation);
    }

    private async Task<string?> PutAsync(AccountRecord account)
    {
        if (account.UserName is { Length: 0 or > LongestName })
        {
            return $"A name has 1 to {LongestName} characters.";
        }

        var made = await users.CreateAsync(account);
        return made.Succeeded ? null : string.Join(' ', made.Errors.Select(error => error.Description));
    }

    private Task<AccountRecord?> FindAsync(long id, CancellationToken cancellation) =>
        context.Accounts.Include(account => account.Grants).SingleOrDefaultAsync(account => account.Id == id, cancellation);

    private async Task EndAsync(
        Origin origin, string act, AccountRecord account, object? before, object? after, CancellationToken cancellation)
    {
        var note = new AuditNote(origin, act) { Account = account.UserName, Before = before, After = after };
        await context.AuditAsync(note, time.GetUtcNow(), cancellation);
        await context.SaveChangesAsync(cancellation);
        await context.Database.CommitTransactionAsync(cancellation);
    }

    private static List<string> Words(AccountRecord account) => [.. account.Grants.Select(grant => grant.Granted().ToString())];
}
