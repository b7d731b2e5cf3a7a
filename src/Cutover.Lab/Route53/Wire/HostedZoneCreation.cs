using Cutover.Lab.Route53.Changes;
using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>CreateHostedZone.</summary>
internal static class HostedZoneCreation
{
    internal static Route53Reply Create(HostedZones zones, Stream body, Uri endpoint)
    {
        var faults = new InputFaults();
        if (RequestXml.Load(body, "CreateHostedZoneRequest", faults) is not { } root)
        {
            return Route53Errors.InvalidInput(faults.Message);
        }

        var (name, reference) = (RequestXml.Text(root, "Name") ?? "", RequestXml.Text(root, "CallerReference") ?? "");
        if (reference.Length is 0 or > 128)
        {
            faults.Constraint(reference, "callerReference", "have length between 1 and 128");
            return Route53Errors.InvalidInput(faults.Message);
        }

        return !DnsName.TryNormalize(name, out var normal) ? Route53Errors.InvalidDomainName(name)
            : zones.TryCreate(normal, reference) is not { } zone ? Route53Errors.HostedZoneAlreadyExists(reference)
            : Created(zone, endpoint);
    }

    private static Route53Reply Created(HostedZone zone, Uri endpoint)
    {
        var change = zone.SubmitCurrent(comment: null);
        var body = Element(
            "CreateHostedZoneResponse",
            HostedZoneXml.Write(zone),
            HostedZoneXml.Write(change, inSync: false),
            HostedZoneXml.DelegationSet(zone));
        return new(201, body, new Uri(endpoint, $"/2013-04-01/hostedzone/{zone.Id}").ToString());
    }
}
