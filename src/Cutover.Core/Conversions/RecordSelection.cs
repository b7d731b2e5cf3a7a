using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Conversions;

/// <summary>Finds the records that a playbook names in their zones.</summary>
internal static class RecordSelection
{
    public static (ImmutableArray<SelectedRecord> Records, ImmutableArray<Refusal> Refusals) Find(Playbook playbook, ZonesNow now)
    {
        var zones = playbook.Records.Select(selector => selector.Zone).Distinct().Select(asked => (Asked: asked, Zone: Choose(asked, now)))
            .ToDictionary(choice => choice.Asked, choice => choice.Zone);
        var missing = zones.Values.Select(choice => choice.Refusal).OfType<Refusal>().ToImmutableArray();
        var found = playbook.Records
            .Where(selector => zones[selector.Zone].Content is not null)
            .SelectMany(selector => selector.Types.Select(type => Find(selector, type, zones[selector.Zone].Content!)))
            .ToList();
        return (
            [.. found.Select(record => record.Record).OfType<SelectedRecord>()],
            [.. missing, .. found.Select(record => record.Refusal).OfType<Refusal>()]);
    }

    private static (SelectedRecord? Record, Refusal? Refusal) Find(RecordSelector selector, RecordType type, ZoneContent content)
    {
        var (name, zone) = (selector.Name.TrimEnd('.') + ".", content.Zone);
        var key = new RecordKey(zone.Id, name, type);
        return DomainNotation.IsInside(name, zone.Name)
            ? (SelectedRecord.In(content, key), null)
            : (null, new Refusal(
                key.ToString(),
                $"the name is not in the zone {zone.Name.TrimEnd('.')} ({zone.Id})",
                "Write a name that ends with the zone's"));
    }

    private static (ZoneContent? Content, Refusal? Refusal) Choose(string asked, ZonesNow now)
    {
        var found = now.Zones.Where(content => content.Zone.Id == asked || content.Zone.Name.TrimEnd('.') == asked.TrimEnd('.')).ToList();
        return found switch
        {
            [var only] => (only, null),
            [] => (null, new Refusal(
                asked,
                "no hosted zone of this account has this name",
                "Check the name, and that the credentials belong to the account that holds the zone")),
            _ => (null, new Refusal(
                asked,
                $"{found.Count} hosted zones have this name: {string.Join(", ", found.Select(content => Describe(content.Zone)))}",
                "Write the id of the one that is meant as the record's zone")),
        };
    }

    private static string Describe(HostedZone zone) => $"{zone.Id} ({(zone.IsPrivate ? "private" : "public")})";
}
