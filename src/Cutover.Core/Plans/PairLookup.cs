using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>Finds the weighted pair of one name and type, or says what is there instead.</summary>
internal static class PairLookup
{
    public static (PlannedRecord? Record, ImmutableArray<Refusal> Refusals) Find(
        Playbook playbook, RecordSelector selector, RecordType type, HostedZone zone, ZoneView view)
    {
        var name = selector.Name.TrimEnd('.') + ".";
        var key = new RecordKey(zone.Id, name, type);
        if (name != zone.Name && !name.EndsWith("." + zone.Name, StringComparison.Ordinal))
        {
            return (null, [new Refusal(
                key.ToString(), $"the name is not in the zone {zone.Name.TrimEnd('.')}", "Write a name that ends with the zone's")]);
        }

        var siblings = view.RecordSets.Where(set => set.Name == name && set.Type == type.ToString()).ToImmutableArray();
        var source = siblings.SingleOrDefault(set => set.SetIdentifier == playbook.Stacks.Source.SetIdentifier);
        var target = siblings.SingleOrDefault(set => set.SetIdentifier == playbook.Stacks.Target.SetIdentifier);
        ImmutableArray<Refusal> refusals =
        [
            .. Missing(key, playbook.Stacks.Source, source, siblings),
            .. Missing(key, playbook.Stacks.Target, target, siblings),
            .. Foreign(key, playbook, siblings),
        ];
        return source is not null && target is not null && refusals.IsEmpty
            ? (new PlannedRecord(key, source, target), [])
            : (null, refusals);
    }

    private static IEnumerable<Refusal> Missing(RecordKey key, Stack stack, RecordSet? found, ImmutableArray<RecordSet> siblings)
    {
        if (found is null)
        {
            yield return new Refusal(
                key.ToString(),
                $"no record set has the set identifier \"{stack.SetIdentifier}\" of {stack.Name}; found {Identifiers(siblings)}",
                "Create the weighted record set first (weight 0 for the target), or correct setIdentifier");
        }
        else if (found.OtherRouting is not null || found.Weight is null)
        {
            yield return new Refusal(
                key.ToString(),
                $"\"{stack.SetIdentifier}\" has routing policy {found.OtherRouting ?? "Simple"}",
                "Make both record sets weighted");
        }
    }

    private static IEnumerable<Refusal> Foreign(RecordKey key, Playbook playbook, ImmutableArray<RecordSet> siblings)
    {
        string?[] ours = [playbook.Stacks.Source.SetIdentifier, playbook.Stacks.Target.SetIdentifier];
        return from sibling in siblings
               where sibling.SetIdentifier is not null && !ours.Contains(sibling.SetIdentifier)
               select new Refusal(
                   key.ToString(),
                   $"a third record set \"{sibling.SetIdentifier}\" "
                       + $"(weight {sibling.Weight?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}) "
                       + "takes part in the answers",
                   "Delete it, or the shares of this playbook would not be what they say");
    }

    private static string Identifiers(ImmutableArray<RecordSet> siblings) => siblings.IsEmpty
        ? "none of this name and type"
        : string.Join(", ", siblings.Select(set => set.SetIdentifier is null ? "a simple record set" : $"\"{set.SetIdentifier}\""));
}
