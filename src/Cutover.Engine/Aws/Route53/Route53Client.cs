using System.Collections.Immutable;
using System.Text;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;
using Cutover.Engine.Aws.Transport;

namespace Cutover.Engine.Aws.Route53;

/// <summary>
/// The Route 53 API, version 2013-04-01, as far as weights need it. Every request takes a token of the account's budget.
/// Names may be given in any case, with or without the trailing dot; ids with or without their path.
/// </summary>
public sealed class Route53Client
{
    private readonly AwsTransport transport;

    internal Route53Client(AwsTransport transport) => this.transport = transport;

    /// <summary>The hosted zones of exactly this name: none, one, or several (a private zone may share a public one's name).</summary>
    public async Task<AwsOutcome<ImmutableArray<HostedZone>>> ListHostedZonesByNameAsync(
        string name, CallPriority priority, CancellationToken cancellationToken)
    {
        var wanted = DnsName.FromRoute53(name);
        var found = ImmutableArray.CreateBuilder<HostedZone>();
        var (nextName, nextId) = ((string?)wanted, (string?)null);
        while (nextName is not null && DnsName.FromRoute53(nextName) == wanted)
        {
            var call = new AwsCall("ListHostedZonesByName", priority, Route53Paths.ZonesByName(nextName, nextId));
            var outcome = await transport.SendAsync(call, Route53Answers.Zones, cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGet(out var page, out var failure))
            {
                return failure;
            }

            found.AddRange(page.Zones.Where(zone => zone.Name == wanted));
            (nextName, nextId) = (page.NextName, page.NextId);
        }

        return found.ToImmutable();
    }

    public Task<AwsOutcome<HostedZoneDetail>> GetHostedZoneAsync(
        string zoneId, CallPriority priority, CancellationToken cancellationToken)
    {
        var call = new AwsCall("GetHostedZone", priority, Route53Paths.Zone(zoneId), Route53Paths.ZoneArn(zoneId));
        return transport.SendAsync(call, Route53Answers.ZoneDetail, cancellationToken);
    }

    /// <summary>One page, up to 300 record sets, in Route 53's order.</summary>
    /// <param name="start">Where to begin; null for the zone's first record set.</param>
    public Task<AwsOutcome<RecordSetPage>> ListRecordSetsAsync(
        string zoneId, RecordSetCursor? start, CallPriority priority, CancellationToken cancellationToken)
    {
        var call = new AwsCall(
            "ListResourceRecordSets", priority, Route53Paths.RecordSets(zoneId, start), Route53Paths.ZoneArn(zoneId));
        return transport.SendAsync(call, Route53Answers.RecordSets, cancellationToken);
    }

    /// <summary>Every record set of one name, of all types; empty when the name has none. Usually one request.</summary>
    public Task<AwsOutcome<ImmutableArray<RecordSet>>> ReadRecordSetsAsync(
        string zoneId, string name, CallPriority priority, CancellationToken cancellationToken) =>
        ReadRecordSetsAsync(zoneId, [name], priority, cancellationToken);

    /// <summary>Every record set of several names. One request where the names are near each other in the zone's order.</summary>
    public async Task<AwsOutcome<ImmutableArray<RecordSet>>> ReadRecordSetsAsync(
        string zoneId, IEnumerable<string> names, CallPriority priority, CancellationToken cancellationToken)
    {
        var reading = new NamesReading(names);
        while (reading.Next is { } start)
        {
            var outcome = await ListRecordSetsAsync(zoneId, start, priority, cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGet(out var page, out var failure))
            {
                return failure;
            }

            reading.Take(page);
        }

        return reading.Found;
    }

    /// <summary>
    /// Makes all changes or none. A try whose fate is unknown (no answer, or 5xx) is not sent again: its failure is
    /// <see cref="AwsFailure.Ambiguous"/>, and so is a cancellation while the call is under way.
    /// </summary>
    /// <param name="comment">Shown in the AWS console; cut off after 256 characters.</param>
    /// <exception cref="ArgumentException">No changes, or a record set of another routing policy than simple and weighted.</exception>
    public Task<AwsOutcome<ZoneChange>> ChangeRecordSetsAsync(
        string zoneId, ImmutableArray<RecordSetChange> changes, string comment, CallPriority priority, CancellationToken cancellationToken)
    {
        if (changes.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A change batch holds at least one change.", nameof(changes));
        }

        var body = ChangeBatchXml.Write(Route53Answers.Namespace, changes, comment);
        var call = new AwsCall(
            "ChangeResourceRecordSets",
            priority,
            Route53Paths.Changes(zoneId),
            Route53Paths.ZoneArn(zoneId),
            () => new StringContent(body, Encoding.UTF8, "application/xml"),
            Writes: true);
        return transport.SendAsync(call, Route53Answers.Changed, cancellationToken);
    }

    /// <summary>How far a change has got.</summary>
    public Task<AwsOutcome<ZoneChange>> GetChangeAsync(string changeId, CallPriority priority, CancellationToken cancellationToken)
    {
        var call = new AwsCall("GetChange", priority, Route53Paths.Change(changeId), Route53Paths.ChangeArn(changeId));
        return transport.SendAsync(call, Route53Answers.ChangeStatus, cancellationToken);
    }

    /// <summary>What each health checker that reports on a health check said last. AWS means it for diagnosis: ask seldom.</summary>
    public Task<AwsOutcome<ImmutableArray<HealthObservation>>> GetHealthCheckStatusAsync(
        string healthCheckId, CallPriority priority, CancellationToken cancellationToken)
    {
        var call = new AwsCall(
            "GetHealthCheckStatus",
            priority,
            Route53Paths.HealthCheckStatus(healthCheckId),
            Route53Paths.HealthCheckArn(healthCheckId));
        return transport.SendAsync(call, Route53Answers.HealthObservations, cancellationToken);
    }
}
