using System.Collections.Immutable;
using Cutover.Core.Dns;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>Reads which open run moves which record.</summary>
internal static class OpenClaims
{
    /// <summary>For every pair that an open run moves: the run's name, for example "#12".</summary>
    public static async Task<ImmutableDictionary<RecordKey, string>> OpenClaimsAsync(
        this IDbContextFactory<CutoverContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var claims = await context.Claims.AsNoTracking().ToListAsync(cancellation);
        return claims.ToImmutableDictionary(
            claim => new RecordKey(claim.ZoneId, claim.Name, Enum.Parse<RecordType>(claim.Type)),
            claim => FormattableString.Invariant($"#{claim.RunId}"));
    }
}
