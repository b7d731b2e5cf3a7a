using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>Finds the hosted zones that a playbook means.</summary>
/// <param name="Chosen">For each zone as the playbook writes it, in the order of the playbook; two spellings may mean one zone.</param>
/// <param name="Refusals">Why a zone could not be chosen.</param>
internal sealed record ZoneChoice(OrderedDictionary<string, ZoneContent> Chosen, ImmutableArray<Refusal> Refusals)
{
    public static ZoneChoice Choose(Playbook playbook, ZoneView view)
    {
        var chosen = new OrderedDictionary<string, ZoneContent>(StringComparer.Ordinal);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var asked in playbook.Records.Select(record => record.Zone).Distinct())
        {
            var candidates = view.Zones.Where(content => Answers(content.Zone, asked)).DistinctBy(content => content.Zone.Id).ToList();
            if (candidates is [var only])
            {
                chosen.Add(asked, only);
            }
            else
            {
                refusals.Add(Refuse(asked, [.. candidates.Select(content => content.Zone)]));
            }
        }

        return new ZoneChoice(chosen, refusals.ToImmutable());
    }

    public static bool Answers(HostedZone zone, string asked) => zone.Id == asked || zone.Name.TrimEnd('.') == asked.TrimEnd('.');

    private static Refusal Refuse(string asked, ImmutableArray<HostedZone> zones) => zones.IsEmpty
        ? new Refusal(
            asked,
            "no hosted zone of this account has this name",
            "Check the name, and that the credentials belong to the account that holds the zone")
        : new Refusal(
            asked,
            $"{zones.Length} hosted zones have this "
                + $"name: {string.Join(", ", zones.Select(zone => $"{zone.Id} ({(zone.IsPrivate ? "private" : "public")})"))}",
            "Write the id of the one that is meant as the record's zone");
}
