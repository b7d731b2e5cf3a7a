using System.Globalization;
using System.Security.Claims;
using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.People;

/// <summary>
/// Looks in the database whether a session or a token still holds, and what it may do by now. It is asked at every request and at every act,
/// so that what an admin takes away is gone at once.
/// </summary>
public sealed class Sessions(IDbContextFactory<CutoverContext> contexts, TimeProvider time)
{
    /// <summary>What this person may do now; null when the session or the token is over.</summary>
    public async Task<Grants?> GrantsAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (PersonClaims.NumberOf(person, PersonClaims.TokenId) is { } token)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var row = await context.ApiTokens.AsNoTracking().Include(t => t.Account.Grants).SingleOrDefaultAsync(
                t => t.Id == token, cancellation);
            return row is null ? null : GrantsOf(row);
        }

        return person.FindFirstValue(PersonClaims.Account) is null
            ? PersonClaims.GrantsOf(person)
            : (await FindAsync(person, cancellation))?.Granted();
    }

    /// <summary>What a token may do now; null when it, or its owner's account, is over.</summary>
    internal Grants? GrantsOf(ApiTokenRecord token) => token switch
    {
        { RevokedAt: not null } or { Account.IsDisabled: true } => null,
        { ExpiresAt: var until } when until <= time.GetUtcNow() => null,
        _ => token.Account.Granted().Within(token.Role, token.PlaybookNames),
    };

    /// <summary>The person of a session as the database knows them now; null when the session is over.</summary>
    internal async Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal person, string? from, CancellationToken cancellation) =>
        await FindAsync(person, cancellation) is { } account ? Open(account, from) : null;

    /// <summary>A new session.</summary>
    internal static ClaimsPrincipal Open(AccountRecord account, string? from) => PersonClaims.Principal(
        new Origin(account.UserName!, account.UserName, null, from),
        account.Granted(),
        SessionCookie.Scheme,
        [
            new Claim(PersonClaims.Account, account.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(PersonClaims.Stamp, account.SecurityStamp!),
            .. Password(account),
        ]);

    private static IEnumerable<Claim> Password(AccountRecord account) =>
        account.PasswordHash is null ? [] : [new Claim(PersonClaims.Password, "true")];

    private async Task<AccountRecord?> FindAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        var (id, stamp) = (PersonClaims.NumberOf(person, PersonClaims.Account), person.FindFirstValue(PersonClaims.Stamp));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.AsNoTracking().Include(account => account.Grants).SingleOrDefaultAsync(
            account => account.Id == id && account.SecurityStamp == stamp && !account.IsDisabled, cancellation);
    }
}
