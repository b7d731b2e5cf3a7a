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

    public static Task<AwsOutcome<ImmutableArray<RecordSet>>> SetsAsync(
        GlassSession session, string id, ImmutableArray<RollbackRequest> requests)
    {
        var names = requests.Select(request => request.Name).Distinct().SelectMany(name => OwnershipMark.NamesAt(name));
        return session.Route53.ReadRecordSetsAsync(id, names, CallPriority.Urgent, session.Cancellation);
    }
}
