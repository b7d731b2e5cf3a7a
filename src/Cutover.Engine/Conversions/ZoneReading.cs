using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Conversions;

/// <summary>Reads what preparing a conversion, or its undoing, needs to see.</summary>
internal sealed class ZoneReading(Route53Client route53, IDbContextFactory<CutoverContext> contexts)
{
    public async Task<AwsOutcome<ZonesNow>> ReadAsync(Playbook playbook, CancellationToken cancellation)
    {
        var found = await route53.FindZonesAsync(playbook.Records.Select(record => record.Zone), cancellation);
        if (!found.TryGet(out var zones, out var failure))
        {
            return failure;
        }

        // Of several zones of one name nothing is read: which one is meant has to be said first.
        var wanted = zones.DistinctBy(zone => zone.Id).ToLookup(zone => zone.Name);
        return await ReadAsync(
            wanted.SelectMany(zone => zone.Select(one => (one, zone.Count() == 1 ? NamesIn(playbook, one) : []))), cancellation);
    }

    public Task<AwsOutcome<ZonesNow>> ReadAsync(Conversion done, CancellationToken cancellation) =>
        ReadAsync(done.Batches.Select(batch => (batch.Zone, NamesIn(batch))), cancellation);

    private async Task<AwsOutcome<ZonesNow>> ReadAsync(
        IEnumerable<(HostedZone Zone, IEnumerable<string> Names)> wanted, CancellationToken cancellation)
    {
        var contents = ImmutableArray.CreateBuilder<ZoneContent>();
        foreach (var (zone, names) in wanted)
        {
            var read = await route53.ReadRecordSetsAsync(zone.Id, names, CallPriority.Normal, cancellation);
            if (!read.TryGet(out var sets, out var failure))
            {
                return failure;
            }

            contents.Add(new ZoneContent(zone, sets));
        }

        var ended = await contexts.ClosedRunsAsync(contents.SelectMany(content => content.Sets), cancellation);
        return new ZonesNow(contents.ToImmutable(), await contexts.OpenClaimsAsync(cancellation), ended);
    }

    private static IEnumerable<string> NamesIn(Playbook playbook, HostedZone zone) => playbook.Records
        .Where(record => record.Zone == zone.Id || record.Zone.TrimEnd('.') == zone.Name.TrimEnd('.'))
        .Select(record => record.Name.TrimEnd('.') + ".")
        .SelectMany(name => OwnershipMark.NamesAt(name));

    private static IEnumerable<string> NamesIn(ZoneBatch batch) => batch.Places()
        .Where(place => Enum.TryParse<RecordType>(place.Type, out _))
        .Select(place => place.Name)
        .SelectMany(name => OwnershipMark.NamesAt(name));
}
