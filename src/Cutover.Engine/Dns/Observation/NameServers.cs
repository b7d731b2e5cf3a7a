using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Dns.Observation;

/// <summary>The name servers of hosted zones: the delegation set's, asked for once, or the ones that the host names instead.</summary>
internal sealed class NameServers(Route53Client route53, ObservationOptions options)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> known = new(StringComparer.Ordinal);

    public async Task<AwsOutcome<ImmutableArray<string>>> OfAsync(string zoneId, CancellationToken cancellation)
    {
        if (options.NameServers.Count > 0)
        {
            return options.NameServers.ToImmutableArray();
        }

        if (known.TryGetValue(zoneId, out var servers))
        {
            return servers;
        }

        var asked = await route53.GetHostedZoneAsync(zoneId, CallPriority.Normal, cancellation);
        return asked.TryGet(out var zone, out var failure) ? known[zoneId] = zone.NameServers : failure;
    }
}
