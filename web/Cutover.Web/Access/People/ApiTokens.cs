using System.Collections.Immutable;
using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Secrets;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.People;

/// <summary>Personal API tokens.</summary>
internal sealed class ApiTokens(IDbContextFactory<CutoverContext> contexts, TimeProvider time)
{
    /// <summary>How every token begins, so that one that leaked can be searched for.</summary>
    public const string Prefix = "cutover_";

    public const int LongestDays = 365;

    public const int DefaultDays = 90;

    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token.</summary>
    /// <param name="days">Until it expires, 1-<see cref="LongestDays"/>.</param>
    /// <returns>Its text, which is not to be had again.</returns>
    public async Task<string> CreateAsync(
        Origin origin, long account, string name, Role role, ImmutableArray<string> playbooks, int days, CancellationToken cancellation)
    {
        var (text, now) = (Prefix + RandomSecret.New(), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        context.ApiTokens.Add(new ApiTokenRecord
        {
            AccountId = account,
            Name = name,
            Hash = RandomSecret.Hash(text),
            Role = role,
            Playbooks = string.Join('\n', playbooks),
            CreatedAt = now,
            ExpiresAt = now.AddDays(Math.Clamp(days, 1, LongestDays)),
        });
        var what = new { Token = name, Role = role, Playbooks = playbooks, Days = days };
        await context.AuditAsync(new AuditNote(origin, "token.create") { Account = origin.Person, After = what }, now, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return text;
    }

    /// <summary>The tokens of an account that are not revoked, the newest first.</summary>
    public async Task<ImmutableArray<ApiTokenRecord>> ListAsync(long account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. await context.ApiTokens.AsNoTracking().Where(token => token.AccountId == account && token.RevokedAt == null)
                .OrderByDescending(token => token.Id).ToListAsync(cancellation),
        ];
    }

    /// <summary>Ends a token of an account. False when it has none of this number.</summary>
    public async Task<bool> RevokeAsync(Origin origin, long account, long token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.ApiTokens.Include(one => one.Account).SingleOrDefaultAsync(
            one => one.Id == token && one.AccountId == account && one.RevokedAt == null, cancellation) is not { } row)
        {
            return false;
        }

        row.RevokedAt = time.GetUtcNow();
        var note = new AuditNote(origin, "token.revoke") { Account = row.Account.UserName, Before = new { Token = row.Name } };
        await context.AuditAsync(note, row.RevokedAt.Value, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The token with this text, used now; null when there is none. Whether it still holds is not looked at.</summary>
    public async Task<ApiTokenRecord?> UseAsync(string text, CancellationToken cancellation)
    {
        var (hash, now) = (RandomSecret.Hash(text), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var token = await context.ApiTokens.AsNoTracking().Include(one => one.Account.Grants).SingleOrDefaultAsync(
            one => one.Hash == hash, cancellation);
        if (token is { RevokedAt: null } && token.ExpiresAt > now && !(token.LastUsedAt > now - UseNoted))
        {
            await context.ApiTokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.LastUsedAt, now), cancellation);
        }

        return token;
    }
}
