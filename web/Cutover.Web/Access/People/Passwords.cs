using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Secrets;
using Cutover.Engine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.People;

/// <summary>Sets, changes and checks passwords.</summary>
internal sealed class Passwords(CutoverContext context, UserManager<AccountRecord> users, TimeProvider time)
{
    public const int ShortestPassword = 12;

    // What was typed is not written down: it may be a password that went into the wrong field.
    private const string UnknownName = "(unknown name)";

    // What a password of nobody is compared with, so that an unknown name takes as long as a known one.
    private static readonly Lazy<string> OfNobody = new(() => new PasswordHasher<AccountRecord>().HashPassword(null!, RandomSecret.New()));

    /// <summary>The account of this name and password; null when there is none, or it is closed or locked. Which of them, nobody is told.</summary>
    /// <remarks>Five wrong ones lock the account for five minutes.</remarks>
    public async Task<AccountRecord?> CheckAsync(string name, string password, string? from, CancellationToken cancellation)
    {
        var account = await users.FindByNameAsync(name.Trim());
        var usable = account is { IsDisabled: false, PasswordHash: not null } && !await users.IsLockedOutAsync(account);
        var matches = users.PasswordHasher.VerifyHashedPassword(
            account!, usable ? account!.PasswordHash! : OfNobody.Value, password) != PasswordVerificationResult.Failed;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (usable)
        {
            await (matches ? users.ResetAccessFailedCountAsync(account!) : users.AccessFailedAsync(account!));
        }

        var known = usable && matches;
        await AuditAsync(
            new Origin(account?.UserName ?? UnknownName, null, null, from), known ? "sign-in" : "sign-in.failed", account?.UserName, cancellation);
        if (known)
        {
            await context.Entry(account!).Collection(one => one.Grants).LoadAsync(cancellation);
        }

        return known ? account : null;
    }

    /// <summary>Uses an invitation: its account gets the password, or the first admin comes to be.</summary>
    /// <param name="name">What the first admin is called; of no account for another.</param>
    /// <returns>The account, or what is wrong.</returns>
    public async Task<(AccountRecord? Account, string? Problem)> AcceptAsync(
        InvitationRecord invitation, string name, string password, string? from, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var link = await context.Invitations.SingleAsync(one => one.Id == invitation.Id, cancellation);
        var account = link.AccountId is { } id
            ? await context.Accounts.Include(one => one.Grants).SingleAsync(one => one.Id == id, cancellation)
            : AccountChanges.New(name, new Grant(Role.Admin, null), time.GetUtcNow());
        if (link.UsedAt is not null || account.IsDisabled)
        {
            return (null, "This link was used already.");
        }

        link.UsedAt = time.GetUtcNow();
        if (await SetAsync(account, password, isNew: link.AccountId is null) is { } problem)
        {
            return (null, problem);
        }

        var origin = new Origin(account.UserName!, account.UserName, null, from);
        await AuditAsync(origin, link.AccountId is null ? "account.set-up" : "account.accept", account.UserName, cancellation);
        return (account, null);
    }

    /// <summary>Changes the password of an account; all its sessions are over.</summary>
    /// <returns>The account as it is now, or what is wrong.</returns>
    public async Task<(AccountRecord? Account, string? Problem)> ChangeAsync(
        Origin origin, long id, string current, string wanted, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var account = await context.Accounts.Include(one => one.Grants).SingleAsync(one => one.Id == id, cancellation);
        var changed = await users.ChangePasswordAsync(account, current, wanted);
        if (!changed.Succeeded)
        {
            return (null, Words(changed));
        }

        await AuditAsync(origin, "account.change-password", account.UserName, cancellation);
        return (account, null);
    }

    private async Task<string?> SetAsync(AccountRecord account, string password, bool isNew)
    {
        if (account.UserName is not { Length: > 0 and <= AccountChanges.LongestName })
        {
            return $"A name has 1 to {AccountChanges.LongestName} characters.";
        }

        account.PasswordHash = null;
        account.LockoutEnd = null;
        var set = isNew ? await users.CreateAsync(account, password) : await users.AddPasswordAsync(account, password);
        return set.Succeeded ? null : Words(set);
    }

    private async Task AuditAsync(Origin origin, string act, string? account, CancellationToken cancellation)
    {
        await context.AuditAsync(new AuditNote(origin, act) { Account = account }, time.GetUtcNow(), cancellation);
        await context.SaveChangesAsync(cancellation);
        await context.Database.CommitTransactionAsync(cancellation);
    }

    private static string Words(IdentityResult result) => string.Join(' ', result.Errors.Select(error => error.Description));
}
