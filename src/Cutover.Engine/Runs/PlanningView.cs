using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Reads what planning needs to see: the zones, the runs that are open, and those whose marks were left behind.</summary>
public sealed class PlanningView(AwsConnection aws, IDbContextFactory<CutoverContext> contexts)
{
    public async Task<AwsOutcome<ZoneView>> ReadAsync(Playbook playbook, CancellationToken cancellation)
    {
        var contents = ImmutableArray.CreateBuilder<ZoneContent>();
        foreach (var asked in playbook.Records.Select(record => record.Zone).Distinct())
        {
            var found = await aws.Route53.FindZonesAsync([asked], cancellation);
            if (!found.TryGet(out var zones, out var failure))
            {
                return failure;
            }

            foreach (var zone in zones.Where(zone => contents.All(known => known.Zone.Id != zone.Id)))
            {
                // Of several zones with one name none is read: the planner asks for the id of the one that is meant.
                var read = zones.Length == 1 ? await ReadZoneAsync(playbook, zone, cancellation) : new ZoneContent(zone, []);
                if (!read.TryGet(out var content, out failure))
                {
                    return failure;
                }

                contents.Add(content);
            }
        }

        return new ZoneView(contents.ToImmutable(), await contexts.OpenClaimsAsync(cancellation))
        {
            ClosedRuns = await contexts.ClosedRunsAsync(contents.SelectMany(content => content.Sets), cancellation),
            Health = await aws.Route53.ReadHealthAsync(PlanningHealthChecks.Of(playbook, contents), cancellation),
        };
    }

    private async Task<AwsOutcome<ZoneContent>> ReadZoneAsync(Playbook playbook, HostedZone zone, CancellationToken cancellation)
    {
        var (sets, unread) = (ImmutableArray<RecordSet>.Empty, PlanningNames.Of(playbook, zone));
        while (!unread.IsEmpty)
        {
            var read = await aws.Route53.ReadRecordSetsAsync(zone.Id, unread, CallPriority.Normal, cancellation);
            if (!read.TryGet(out var more, out var failure))
            {
                return failure;
            }

            (sets, unread) = (sets.AddRange(more), AliasedBy(more, zone, sets.AddRange(more)));
        }

        return new ZoneContent(zone, sets);
    }

    // An alias to a record of the zone has that record's TTL.
    private static ImmutableArray<string> AliasedBy(ImmutableArray<RecordSet> sets, HostedZone zone, ImmutableArray<RecordSet> known) =>
    [
        .. sets.Select(set => set.Alias).OfType<AliasTarget>()
            .Where(alias => alias.HostedZoneId == zone.Id && known.All(set => set.Name != alias.DnsName))
            .Select(alias => alias.DnsName)
            .Distinct(),
    ];
}
