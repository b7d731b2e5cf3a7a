using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Cutover.Core.Dns;
using Cutover.Engine.Aws.Transport;

namespace Cutover.Engine.Aws.Route53;

/// <summary>A record set in Route 53's XML, both ways.</summary>
internal static class RecordSetXml
{
    /// <summary>What marks a set of another routing policy than simple and weighted, and what that policy is called.</summary>
    private static readonly ImmutableArray<(string Element, string Policy)> OtherPolicies =
    [
        ("Failover", "Failover"),
        ("Region", "Latency"),
        ("GeoLocation", "Geolocation"),
        ("GeoProximityLocation", "Geoproximity"),
        ("MultiValueAnswer", "Multivalue"),
        ("CidrRoutingConfig", "IP-based"),
        ("TrafficPolicyInstanceId", "Traffic policy"),
    ];

    public static RecordSet Read(XElement set) => new(
        DnsName.FromRoute53(set.Need("Name").Value),
        set.Need("Type").Value,
        set.Text("SetIdentifier"),
        (int?)set.Find("Weight"),
        (long?)set.Find("TTL"),
        [.. set.List("ResourceRecords", "ResourceRecord").Select(record => record.Need("Value").Value)],
        set.Find("AliasTarget") is { } alias ? ReadAlias(alias) : null,
        set.Text("HealthCheckId"),
        OtherPolicies.FirstOrDefault(other => set.Find(other.Element) is not null).Policy);

    /// <summary>In the order of the API's schema.</summary>
    /// <exception cref="ArgumentException">
    /// A set with another routing policy: it was read without the parts that make it what it is.
    /// </exception>
    public static XElement Write(XNamespace ns, RecordSet set) => set.OtherRouting is { } policy
        ? throw new ArgumentException($"{set.Name} {set.Type} has {policy} routing and is never written.", nameof(set))
        : new XElement(
            ns + "ResourceRecordSet",
            new XElement(ns + "Name", DnsName.ToRoute53(set.Name)),
            new XElement(ns + "Type", set.Type),
            Optional(ns + "SetIdentifier", set.SetIdentifier),
            Optional(ns + "Weight", set.Weight?.ToString(CultureInfo.InvariantCulture)),
            Optional(ns + "TTL", set.Ttl?.ToString(CultureInfo.InvariantCulture)),
            set.Alias is { } alias ? WriteAlias(ns, alias) : WriteValues(ns, set.Values),
            Optional(ns + "HealthCheckId", set.HealthCheckId));

    private static AliasTarget ReadAlias(XElement alias) => new(
        alias.Need("HostedZoneId").Value,
        DnsName.FromRoute53(alias.Need("DNSName").Value),
        (bool)alias.Need("EvaluateTargetHealth"));

    private static XElement WriteAlias(XNamespace ns, AliasTarget alias) => new(
        ns + "AliasTarget",
        new XElement(ns + "HostedZoneId", alias.HostedZoneId),
        new XElement(ns + "DNSName", DnsName.ToRoute53(alias.DnsName)),
        new XElement(ns + "EvaluateTargetHealth", alias.EvaluateTargetHealth));

    private static XElement WriteValues(XNamespace ns, ImmutableArray<string> values) => new(
        ns + "ResourceRecords",
        values.Select(value => new XElement(ns + "ResourceRecord", new XElement(ns + "Value", value))));

    private static XElement? Optional(XName name, string? value) => value is null ? null : new XElement(name, value);
}
