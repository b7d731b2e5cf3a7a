using System.Collections.Immutable;
using Cutover.Core.Auditing;
using Cutover.Engine.Auditing;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>The audit, for whoever checks or keeps it.</summary>
internal static class AuditEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/audit", ReadAsync).RequireAuthorization(Policies.Administers).WithName("listAudit").WithTags("Audit")
            .WithSummary("Rows of the audit in their order. after: only greater numbers; take: 1 to 1000.")
            .Produces<ImmutableArray<AuditEntry>>().MayFail(400);
        api.MapGet("/audit/head", (AuditLog audit, CancellationToken cancellation) => audit.HeadAsync(cancellation))
            .RequireAuthorization(Policies.Administers).WithName("getAuditHead").WithTags("Audit")
            .WithSummary("How many rows the audit ever had, and the hash of the latest.");
    }

    private static async Task<IResult> ReadAsync(AuditLog audit, CancellationToken cancellation, long after = 0, int take = 100) =>
        Bounds.Problem("take", take, 1, AuditLog.LongestPage) ?? TypedResults.Ok(await audit.AfterAsync(after, take, cancellation));
}
