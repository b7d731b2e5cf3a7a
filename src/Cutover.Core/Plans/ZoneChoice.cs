using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>Finds the one hosted zone that a playbook means.</summary>
internal static class ZoneChoice
{
    public static (HostedZone? Zone, ImmutableArray<Refusal> Refusals) Choose(Playbook playbook, ZoneView view)
    {
        var asked = playbook.Records.Select(record => record.Zone).Distinct().ToList();
        var found = asked.SelectMany(name => view.Zones.Where(zone => Answers(zone, name))).DistinctBy(zone => zone.Id).ToList();
        var refusals = asked
            .Select(name => Check(name, [.. view.Zones.Where(zone => Answers(zone, name))]))
            .OfType<Refusal>()
            .ToImmutableArray();
        if (!refusals.IsEmpty)
        {
            return (null, refusals);
        }

        return found.Count == 1
            ? (found[0], [])
            : (null, [new Refusal(
                string.Join(", ", asked),
                "the records lie in several hosted zones, which cannot be written in one batch",
                "Write one playbook for each zone")]);
    }

    public static bool Answers(HostedZone zone, string asked) => zone.Id == asked || zone.Name.TrimEnd('.') == asked.TrimEnd('.');

    private static Refusal? Check(string asked, ImmutableArray<HostedZone> zones) => zones.Length switch
    {
        0 => new Refusal(
            asked,
            "no hosted zone of this account has this name",
            "Check the name, and that the credentials belong to the account that holds the zone"),
        1 => null,
        _ => new Refusal(
            asked,
            $"{zones.Length} hosted zones have this "
                + $"name: {string.Join(", ", zones.Select(zone => $"{zone.Id} ({(zone.IsPrivate ? "private" : "public")})"))}",
            "Write the id of the one that is meant as the record's zone"),
    };
}
