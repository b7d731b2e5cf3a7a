using System.Globalization;
using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Secrets;
using Cutover.Engine.Storage;
using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>The accounts of people who sign in at the provider. What changes and its rows of the audit are one transaction.</summary>
internal sealed class ProviderAccounts(CutoverContext context, UserManager<AccountRecord> users, TimeProvider time)
{
    /// <summary>
    /// Lets a person in whom the provider vouches for: what it gives them is renewed, and the first time their account is made. Who loses
    /// something loses every other session with it.
    /// </summary>
    /// <returns>The account; or why they may not come in.</returns>
    public async Task<(AccountRecord? Account, EntryRefusal? Refusal)> EnterAsync(
        ProviderPerson person, string? from, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var account = await FindAsync(person, cancellation);
        if (account is null && person.Grants.Length > 0)
        {
            account = await CreateAsync(person, from, cancellation);
        }
        else if (account is not null)
        {
            await RenewAsync(account, person, from, cancellation);
        }

        EntryRefusal? refusal = account is { IsDisabled: true } ? EntryRefusal.Closed
            : account is null or { Grants.Count: 0 } ? EntryRefusal.NoRole
            : null;
        await AuditAsync(
            new AuditNote(OriginOf(account?.UserName, person, from), refusal is null ? "sign-in" : "sign-in.refused")
            {
                Account = account?.UserName,
                Why = refusal is { } why ? Words(why) : "single sign-on",
                After = account is null ? new { person.Issuer, person.Subject } : null,
            },
            cancellation);
        await transaction.CommitAsync(cancellation);
        return refusal is null ? (account, null) : (null, refusal);
    }

    /// <summary>Puts on record that somebody came back from the provider with nothing that holds.</summary>
    public async Task RefuseAsync(string why, string? from, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await AuditAsync(new AuditNote(new Origin("(single sign-on)", null, null, from), "sign-in.failed") { Why = why }, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static string Words(EntryRefusal refusal) => refusal == EntryRefusal.Closed ? "the account is closed" : "no role";

    // Whoever has no account has no name here either: the record says that it is the provider's word.
    private static Origin OriginOf(string? account, ProviderPerson person, string? from) =>
        new(account ?? $"{UserNames.Clean(person.Name)} (single sign-on)", account, null, from);

    private async Task<AccountRecord?> FindAsync(ProviderPerson person, CancellationToken cancellation) =>
        (await context.Logins.Include(login => login.Account.Grants).SingleOrDefaultAsync(
            login => login.Issuer == person.Issuer && login.Subject == person.Subject, cancellation))?.Account;

    private async Task<AccountRecord> CreateAsync(ProviderPerson person, string? from, CancellationToken cancellation)
    {
        var account = new AccountRecord
        {
            UserName = await FreeNameAsync(UserNames.Clean(person.Name)),
            CreatedAt = time.GetUtcNow(),
            LockoutEnabled = true,
            Grants = [.. person.Grants.Select(Given)],
            Logins = [new LoginRecord { Issuer = person.Issuer, Subject = person.Subject }],
        };
        var made = await users.CreateAsync(account);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"An account for single sign-on was not made: {made}");
        }

        var what = new { person.Issuer, person.Subject, Grants = Words(account) };
        await AuditAsync(
            new AuditNote(OriginOf(account.UserName, person, from), "account.create") { Account = account.UserName, After = what }, cancellation);
        return account;
    }

    private async Task RenewAsync(AccountRecord account, ProviderPerson person, string? from, CancellationToken cancellation)
    {
        var held = account.Grants.Where(grant => grant.FromProvider).ToDictionary(grant => grant.Granted());
        if (held.Keys.ToHashSet().SetEquals(person.Grants))
        {
            return;
        }

        var before = Words(account);
        foreach (var row in person.Grants.Where(grant => !held.ContainsKey(grant)).Select(Given))
        {
            if (held.Values.FirstOrDefault(one => one.Playbook == row.Playbook) is { } changed)
            {
                changed.Role = row.Role;
            }
            else
            {
                account.Grants.Add(row);
            }
        }

        account.Grants.RemoveAll(row => row.FromProvider && !person.Grants.Contains(row.Granted()));
        account.SecurityStamp = held.Keys.All(person.Grants.Contains) ? account.SecurityStamp : RandomSecret.New();
        await AuditAsync(
            new AuditNote(OriginOf(account.UserName, person, from), "account.renew-roles")
            {
                Account = account.UserName, Before = new { Grants = before }, After = new { Grants = Words(account) },
            },
            cancellation);
    }

    // A name is never proof: who is called as somebody else is already gets a number.
    private async Task<string> FreeNameAsync(string wanted)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
            if (await users.FindByNameAsync(name) is null)
            {
                return name;
            }
        }
    }

    private async Task AuditAsync(AuditNote note, CancellationToken cancellation)
    {
        await context.AuditAsync(note, time.GetUtcNow(), cancellation);
        await context.SaveChangesAsync(cancellation);
    }

    private static GrantRecord Given(Grant grant) =>
        new() { Playbook = grant.Playbook ?? GrantRecord.AllPlaybooks, Role = grant.Role, FromProvider = true };

    private static List<string> Words(AccountRecord account) => [.. account.Grants.Select(grant => grant.Granted().ToString())];
}
