using Cutover.Core.Accounts;
using Cutover.Engine.Secrets;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access.People;

/// <summary>Links by which a person sets a password, each usable once.</summary>
internal sealed class Invitations(IDbContextFactory<CutoverContext> contexts, TimeProvider time)
{
    public const string Path = "/invitation";

    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>The link with this code; null when there is none, or it was used, or it is too old.</summary>
    public async Task<InvitationRecord?> FindAsync(string code, CancellationToken cancellation)
    {
        var (hash, now) = (RandomSecret.Hash(code), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Invitations.AsNoTracking().SingleOrDefaultAsync(
            link => link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now, cancellation);
    }

    /// <summary>A link for the first admin where there is none yet, though single sign-on may have made accounts; null where there is one.</summary>
    public async Task<string?> ForFirstAdminAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Accounts.AnyAsync(account => account.Grants.Any(grant => grant.Role == Role.Admin), cancellation))
        {
            return null;
        }

        var code = await ReplaceAsync(context, null, time.GetUtcNow(), cancellation);
        await context.SaveChangesAsync(cancellation);
        return code;
    }

    /// <summary>Adds a link for an account to what the context is about to save; an earlier one of the account is over then.</summary>
    public static async Task<string> ReplaceAsync(CutoverContext context, long? account, DateTimeOffset now, CancellationToken cancellation)
    {
        await context.Invitations.Where(link => link.AccountId == account && link.UsedAt == null).ForEachAsync(
            link => link.UsedAt = now, cancellation);
        var code = RandomSecret.New();
        context.Invitations.Add(new InvitationRecord { Hash = RandomSecret.Hash(code), AccountId = account, ExpiresAt = now + Lifetime });
        return code;
    }

    public static string Link(Uri host, string code) => new Uri(host, $"{Path}?code={code}").AbsoluteUri;
}
