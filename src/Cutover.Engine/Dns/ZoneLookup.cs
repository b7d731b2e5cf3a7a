using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Dns;

/// <summary>Finds the hosted zones that playbooks name.</summary>
internal static class ZoneLookup
{
    /// <summary>Every hosted zone that answers to one of these names or ids; none for one that does not exist.</summary>
    public static async Task<AwsOutcome<ImmutableArray<HostedZone>>> FindZonesAsync(
        this Route53Client route53, IEnumerable<string> asked, CancellationToken cancellation)
    {
        var zones = ImmutableArray.CreateBuilder<HostedZone>();
        foreach (var one in asked.Distinct())
        {
            var found = await FindAsync(route53, one, cancellation);
            if (!found.TryGet(out var candidates, out var failure))
            {
                return failure;
            }

            zones.AddRange(candidates);
        }

        return zones.ToImmutable();
    }

    private static async Task<AwsOutcome<ImmutableArray<HostedZone>>> FindAsync(
        Route53Client route53, string asked, CancellationToken cancellation)
    {
        if (!ZoneId.Looks(asked))
        {
            return await route53.ListHostedZonesByNameAsync(asked, CallPriority.Normal, cancellation);
        }

        var detail = await route53.GetHostedZoneAsync(asked, CallPriority.Normal, cancellation);
        if (detail.TryGet(out var zone, out var failure))
        {
            return ImmutableArray.Create(zone.Zone);
        }

        return failure.Kind == AwsFailureKind.NotFound ? ImmutableArray<HostedZone>.Empty : failure;
    }
}
