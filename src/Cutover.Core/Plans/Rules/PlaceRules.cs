using Cutover.Core.Dns;

namespace Cutover.Core.Plans.Rules;

/// <summary>Names at which no weighted pair can be found, whatever the zone holds.</summary>
internal static class PlaceRules
{
    public static Refusal? Outside(RecordKey key, HostedZone zone) =>
        key.Name == zone.Name || key.Name.EndsWith("." + zone.Name, StringComparison.Ordinal) ? null : new Refusal(
            key.ToString(), $"the name is not in the zone {zone.Name.TrimEnd('.')} ({zone.Id})", "Write a name that ends with the zone's");

    public static Refusal? AtTheApex(RecordKey key, HostedZone zone) =>
        key.Type != RecordType.CNAME || key.Name != zone.Name ? null : new Refusal(
            key.ToString(),
            $"it is the apex of the zone {zone.Name.TrimEnd('.')} ({zone.Id}), where a CNAME cannot stand beside NS and SOA",
            "Move the A and AAAA records, which may be aliases: types: [A, AAAA]");

    /// <summary>A record set at the name itself would take it out of the wildcard, for every type at once.</summary>
    public static Refusal? UnderAWildcard(RecordKey key, ZoneContent content)
    {
        if (content.Sets.Any(set => set.Name == key.Name))
        {
            return null;
        }

        var answering = PlanningNames.WildcardsOver(key.Name, content.Zone)
            .SelectMany(name => content.Sets.Where(set => set.Name == name && (set.Type == key.Type.ToString() || set.Type == "CNAME")))
            .FirstOrDefault();
        return answering is null ? null : new Refusal(
            key.ToString(),
            $"the name has no record set of its own: the wildcard {answering.Name.TrimEnd('.')} {answering.Type} answers for it",
            "Create the weighted pair for the name itself, with every type that clients use: the wildcard answers for none of them then");
    }
}
