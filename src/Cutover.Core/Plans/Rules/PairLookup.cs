using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans.Rules;

/// <summary>The weighted pairs that a playbook's records name, or what is there instead.</summary>
internal sealed record PairLookup(
    ImmutableArray<(PlannedRecord Record, ZoneContent Content)> Pairs, ImmutableArray<Refusal> Refusals)
{
    public static PairLookup FindAll(Playbook playbook, IReadOnlyDictionary<string, ZoneContent> zones)
    {
        var pairs = ImmutableArray.CreateBuilder<(PlannedRecord, ZoneContent)>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var seen = new HashSet<RecordKey>();
        foreach (var (selector, type) in playbook.Records.SelectMany(record => record.Types.Select(type => (record, type))))
        {
            var content = zones[selector.Zone];
            var key = new RecordKey(content.Zone.Id, selector.Name + ".", type);
            ImmutableArray<Refusal> reasons = seen.Add(key) ? Find(playbook, key, content, pairs) : [Twice(key, selector)];
            refusals.AddRange(reasons);
        }

        return new PairLookup(pairs.ToImmutable(), refusals.ToImmutable());
    }

    private static ImmutableArray<Refusal> Find(
        Playbook playbook, RecordKey key, ZoneContent content, ImmutableArray<(PlannedRecord, ZoneContent)>.Builder pairs)
    {
        if ((PlaceRules.Outside(key, content.Zone) ?? PlaceRules.AtTheApex(key, content.Zone) ?? PlaceRules.UnderAWildcard(key, content))
            is { } misplaced)
        {
            return [misplaced];
        }

        var siblings = content.At(key.Name, key.Type.ToString());
        var (source, target) = (Named(siblings, playbook.Stacks.Source), Named(siblings, playbook.Stacks.Target));
        ImmutableArray<Refusal> refusals =
        [
            .. Missing(key, playbook.Stacks.Source, source, siblings),
            .. Missing(key, playbook.Stacks.Target, target, siblings),
            .. Third(key, playbook, siblings),
        ];
        if (source is not null && target is not null && refusals.IsEmpty)
        {
            var aliases = new[] { source, target }.Where(set => set.Alias is not null).Select(set => AliasTtl.Of(set, content)).ToList();
            var ttl = aliases.Contains(null) ? null : aliases.Max();
            pairs.Add((new PlannedRecord(key, source, target) { AliasTtl = ttl }, content));
        }

        return siblings is [{ SetIdentifier: null } simple] ? [Simple(key, simple)] : refusals;
    }

    private static RecordSet? Named(ImmutableArray<RecordSet> siblings, Stack stack) =>
        siblings.SingleOrDefault(set => set.SetIdentifier == stack.SetIdentifier);

    private static Refusal Twice(RecordKey key, RecordSelector selector) => new(
        key.ToString(),
        $"records lists it twice, the second time under the zone {selector.Zone}, which is the same zone ({key.ZoneId})",
        "List each record once");

    private static Refusal Simple(RecordKey key, RecordSet simple) => new(
        key.ToString(),
        $"it is a simple record set ({simple.Alias?.DnsName.TrimEnd('.') ?? string.Join(", ", simple.Values)}), and not a weighted pair",
        "Make a pair of it in one atomic batch: cutover adopt");

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

    private static IEnumerable<Refusal> Third(RecordKey key, Playbook playbook, ImmutableArray<RecordSet> siblings)
    {
        string?[] ours = [playbook.Stacks.Source.SetIdentifier, playbook.Stacks.Target.SetIdentifier, null];
        return siblings.Where(sibling => !ours.Contains(sibling.SetIdentifier)).Select(sibling => new Refusal(
            key.ToString(),
            $"a third record set \"{sibling.SetIdentifier}\" (weight {sibling.Weight?.ToString(CultureInfo.InvariantCulture) ?? "none"}) "
                + "takes part in the answers",
            "Delete it, or the shares of this playbook would not be what they say"));
    }

    private static string Identifiers(ImmutableArray<RecordSet> siblings) => siblings.IsEmpty
        ? "none of this name and type"
        : string.Join(", ", siblings.Select(set => $"\"{set.SetIdentifier}\""));
}
