using Cutover.Lab.Dns;
using Cutover.Lab.Route53.Changes;
using Cutover.Lab.Route53.Zones;
using Microsoft.AspNetCore.Http;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>Carries out one request that has passed every gate.</summary>
internal sealed class Route53Dispatch(HostedZones zones, InvalidChangeBatchForm form, Random random)
{
    private const int LongestHealthCheckId = 64;

    private readonly ZoneResolver _resolver = new(zones, random);

    internal Route53Reply Perform(Route53Route route, HttpRequest request, Uri endpoint) => route.Operation switch
    {
        Route53Operation.CreateHostedZone => HostedZoneCreation.Create(zones, request.Body, endpoint),
        Route53Operation.ListHostedZones => HostedZoneListing.ById(zones, request.Query),
        Route53Operation.ListHostedZonesByName => HostedZoneListing.ByName(zones, request.Query),
        Route53Operation.GetHostedZone => On(route.Id, Get),
        Route53Operation.ListResourceRecordSets => On(route.Id, zone => RecordSetListing.List(zone, request.Query)),
        Route53Operation.ChangeResourceRecordSets => On(route.Id, zone => Change(zone, request.Body)),
        Route53Operation.GetChange => GetChange(route.Id),
        Route53Operation.GetHealthCheckStatus => GetHealthCheckStatus(route.Id),
        Route53Operation.TestDNSAnswer => On(request.Query["hostedzoneid"].ToString(), zone => TestAnswer(zone, request.Query)),
        _ => Route53Errors.UnknownOperation,
    };

    private Route53Reply On(string id, Func<HostedZone, Route53Reply> act) =>
        zones.Find(id) is { OwnedByAws: false } zone ? act(zone) : Route53Errors.NoSuchHostedZone(id);

    private static Route53Reply Get(HostedZone zone) =>
        Ok("GetHostedZoneResponse", HostedZoneXml.Write(zone), HostedZoneXml.DelegationSet(zone));

    private Route53Reply Change(HostedZone zone, Stream body)
    {
        var faults = new InputFaults();
        if (new ChangeBatchReader(faults).Read(body) is not { } batch)
        {
            return Route53Errors.InvalidInput(faults.Message);
        }

        return zone.Change(batch) switch
        {
            ChangeOutcome.Accepted accepted => Ok("ChangeResourceRecordSetsResponse", HostedZoneXml.Write(accepted.Change, inSync: false)),
            ChangeOutcome.Refused refused => Route53Errors.InvalidChangeBatch(refused.Problems, form),
            _ => Route53Errors.PriorRequestNotComplete,
        };
    }

    private Route53Reply GetChange(string id) => zones.FindChange(id) is { } change
        ? Ok("GetChangeResponse", HostedZoneXml.Write(change, change.IsInSync))
        : Route53Errors.NoSuchChange(id);

    private Route53Reply GetHealthCheckStatus(string id) => id.Length > LongestHealthCheckId
        ? Route53Errors.InvalidInput($"Invalid request: '{id}' is longer than the {LongestHealthCheckId} characters of a health check's id.")
        : zones.HealthChecks.TryGetValue(id, out var check)
        ? Ok("GetHealthCheckStatusResponse", HealthCheckXml.Observations(check, zones.Time.GetUtcNow()))
        : Route53Errors.NoSuchHealthCheck(id);

    private Route53Reply TestAnswer(HostedZone zone, IQueryCollection query)
    {
        string name = query["recordname"].ToString(), type = query["recordtype"].ToString();
        if (!DnsName.TryNormalize(name, out var normal) || !DnsName.IsWithin(normal, zone.Name) || !RecordSetReader.Types.Contains(type))
        {
            return Route53Errors.InvalidInput(
                $"Invalid request: '{name}' of type '{type}' is not a record that zone {zone.Name} could hold.");
        }

        var answer = _resolver.Resolve(normal, type);
        return Ok(
            "TestDNSAnswerResponse",
            Element("Nameserver", zone.NameServers[0].TrimEnd('.')),
            Element("RecordName", name),
            Element("RecordType", type),
            Element("RecordData", answer.Records.Select(record => Element("RecordDataEntry", record.Value))),
            Element("ResponseCode", answer.Code == AnswerCode.NameError ? "NXDOMAIN" : answer.Code.ToString().ToUpperInvariant()),
            Element("Protocol", "UDP"));
    }
}
