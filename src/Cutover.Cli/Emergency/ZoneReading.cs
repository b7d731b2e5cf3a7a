using System.Collections.Immutable;
using Cutover.Cli.Access;
using Cutover.Cli.HostApi;
using Cutover.Core.Dns;
using Cutover.Core.Emergency;
using Cutover.Core.Ownership;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Cli.Emergency;

/// <summary>Reads the names of a rollback and their marks.</summary>
internal static class ZoneReading
{
    public static async Task<Answer<ZoneFound>> ReadAsync(
        GlassSession session, string zone, string id, ImmutableArray<RollbackRequest> requests)
    {
        var read = await SetsAsync(session, id, requests);
        return read.TryGet(out var sets, out var failure)
            ? new ZoneFound(zone, id, requests, sets, EmergencyRollback.Decide(requests, sets, session.By))
            : AwsProblems.Of(failure, $"the zone {zone} cannot be read", "route53:ListResourceRecordSets");
    }

    public static async Task<AwsOutcome<ImmutableArray<RecordSet>>> SetsAsync(
        GlassSession session, string id, ImmutableArray<RollbackRequest> requests)
    {
        var found = new List<RecordSet>();
        foreach (var name in requests.Select(request => request.Name).Distinct())
        {
            if (!(await OfNameAsync(session, id, name)).TryGet(out var sets, out var failure))
            {
                return failure;
            }

            found.AddRange(sets);
        }

        return found.ToImmutableArray();
    }

    // Route 53 lists a name's children right behind it, so that the page with the name nearly always has its mark as well.
    private static async Task<AwsOutcome<ImmutableArray<RecordSet>>> OfNameAsync(GlassSession session, string id, string name)
    {
        var mark = OwnershipMark.NameFor(name);
        var (found, next) = (new List<RecordSet>(), (RecordSetCursor?)new RecordSetCursor(name));
        while (next?.Name == name)
        {
            var listed = await session.Route53.ListRecordSetsAsync(id, next, CallPriority.Urgent, session.Cancellation);
            if (!listed.TryGet(out var page, out var failure))
            {
                return failure;
            }

            found.AddRange(page.RecordSets.Where(set => set.Name == name || set.Name == mark));
            next = page.Next;
        }

        var isWhole = next is null && mark.EndsWith("." + name, StringComparison.Ordinal) || found.Exists(set => set.Name == mark);
        var rest = isWhole ? ImmutableArray<RecordSet>.Empty
            : await session.Route53.ReadRecordSetsAsync(id, mark, CallPriority.Urgent, session.Cancellation);
        return rest.TryGet(out var marks, out var unread) ? found.Concat(marks).ToImmutableArray() : unread;
    }
}
