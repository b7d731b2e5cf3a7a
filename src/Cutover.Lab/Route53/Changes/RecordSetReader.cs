using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53.Changes;

/// <summary>Reads one ResourceRecordSet and checks everything that can be said of it without looking at the zone.</summary>
internal sealed class RecordSetReader(InputFaults faults, XElement element, ChangeAction action, string path)
{
    internal static readonly ImmutableArray<string> Types =
        ["SOA", "A", "TXT", "NS", "CNAME", "MX", "NAPTR", "PTR", "SRV", "SPF", "AAAA", "CAA", "DS", "TLSA", "SSHFP", "SVCB", "HTTPS"];

    private static readonly ImmutableArray<string> Routings =
        ["Weight", "Region", "Failover", "GeoLocation", "MultiValueAnswer", "CidrRoutingConfig"];

    internal ZoneRecordSet? Read()
    {
        var name = ReadName(Text("Name"), "name");
        var type = Text("Type") ?? "";
        if (!Types.Contains(type))
        {
            faults.Constraint(type.Length == 0 ? "null" : type, path + ".type", $"satisfy enum value set: [{string.Join(", ", Types)}]");
        }

        var set = new ZoneRecordSet(
            name, type, ReadNumber("TTL", "ttl", int.MaxValue), ReadValues(), ReadIdentifier(), (int?)ReadNumber("Weight", "weight", 255))
        {
            Alias = ReadAlias(),
            HealthCheckId = Text("HealthCheckId"),
            Failover = ReadFailover(),
            MultiValueAnswer = Text("MultiValueAnswer") == "true",
        };
        CheckRouting();
        CheckContent();
        return faults.Any ? null : set;
    }

    private string? Text(string name) => RequestXml.Text(element, name);

    private bool Has(string name) => element.Element(RequestXml.Namespace + name) is not null;

    private string ReadName(string? text, string member)
    {
        if (text is null)
        {
            faults.Constraint("null", $"{path}.{member}", "not be null");
        }
        else if (DnsName.TryNormalize(text, out var name))
        {
            return name;
        }
        else
        {
            faults.Request($"'{text}' is not a domain name, in {Where}");
        }

        return "";
    }

    private long? ReadNumber(string name, string member, long most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            faults.Xml($"'{text}' is not a valid value for '{name}', which is an integer");
        }
        else if (number < 0)
        {
            faults.Constraint(text, $"{path}.{member}", "have value greater than or equal to 0");
        }
        else if (number > most)
        {
            faults.Constraint(text, $"{path}.{member}", $"have value less than or equal to {most}");
        }

        return number;
    }

    private ImmutableArray<string> ReadValues() =>
        [.. element.Elements(RequestXml.Namespace + "ResourceRecords").Elements().Select(record => RequestXml.Text(record, "Value") ?? "")];

    private string? ReadIdentifier()
    {
        var identifier = Text("SetIdentifier");
        if (identifier is { Length: 0 or > 128 })
        {
            faults.Constraint(identifier, path + ".setIdentifier", identifier.Length == 0
                ? "have length greater than or equal to 1" : "have length less than or equal to 128");
        }

        return identifier;
    }

    private ZoneAlias? ReadAlias()
    {
        if (element.Element(RequestXml.Namespace + "AliasTarget") is not { } target)
        {
            return null;
        }

        var name = ReadName(RequestXml.Text(target, "DNSName"), "aliasTarget.dNSName");
        var (zone, health) = (RequestXml.Text(target, "HostedZoneId"), RequestXml.Text(target, "EvaluateTargetHealth"));
        if (string.IsNullOrEmpty(zone) || health is null)
        {
            faults.Request($"AliasTarget needs HostedZoneId, DNSName and EvaluateTargetHealth, in {Where}");
            return null;
        }

        return new(zone, name, health == "true");
    }

    private FailoverRole? ReadFailover()
    {
        switch (Text("Failover"))
        {
            case null: return null;
            case "PRIMARY": return FailoverRole.Primary;
            case "SECONDARY": return FailoverRole.Secondary;
            case var other:
                faults.Constraint(other, path + ".failover", "satisfy enum value set: [PRIMARY, SECONDARY]");
                return null;
        }
    }

    private void CheckRouting()
    {
        var routings = Routings.Where(Has).ToArray();
        if (routings.FirstOrDefault(routing => routing is "Region" or "GeoLocation" or "CidrRoutingConfig") is { } unknown)
        {
            faults.Request($"the lab does not emulate routing by {unknown}, in {Where}");
        }
        else if (routings.Length > 1 || (routings.Length == 0 && Has("SetIdentifier")))
        {
            var found = routings.Length > 1 ? "more than one" : "none";
            faults.Request(
                $"Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, or CidrRoutingConfig], "
                    + $"but found {found} in {Where}");
        }
        else if (routings.Length == 1 && !Has("SetIdentifier"))
        {
            faults.Request($"Missing field 'SetIdentifier' in {Where}");
        }
    }

    private void CheckContent()
    {
        var (alias, ttl, records) = (Has("AliasTarget"), Has("TTL"), !ReadValues().IsEmpty);
        if (alias ? ttl || records : !(ttl && records))
        {
            faults.Request("Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], "
                + $"but found {(alias ? "more than one" : "none")} in {Where}");
        }
    }

    private string Where =>
        $"Change with [Action={action.ToString().ToUpperInvariant()}, Name={Text("Name")}, Type={Text("Type")}, "
        + $"SetIdentifier={Text("SetIdentifier") ?? "null"}]";
}
