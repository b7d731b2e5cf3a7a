using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Conversions;

/// <summary>What may be adopted: one simple record set, and nothing that would make its pair's weights lie.</summary>
internal static class SourceRules
{
    /// <summary>Seconds; Route 53 answers an alias to a load balancer with this TTL, and nobody can change it.</summary>
    public const long AliasTtl = 60;

    /// <summary>The simple record set, or why there is none to adopt.</summary>
    public static (RecordSet? Source, Refusal? Refusal) Find(SelectedRecord record, Stacks stacks)
    {
        if (record.Key.Type == RecordType.CNAME && record.Key.Name == record.Zone.Name)
        {
            return (null, record.Refuse(
                "a CNAME cannot stand at the zone's apex, neither simple nor weighted",
                "Write types: [A, AAAA] and give the target with --target-alias: an alias may stand there"));
        }

        return record.Siblings switch
        {
            [{ SetIdentifier: null, OtherRouting: null } simple] => (simple, null),
            [] => (null, Absent(record)),
            var siblings => (null, NotSimple(record, siblings, stacks)),
        };
    }

    /// <summary>What of a simple record set would make the pair's weights lie.</summary>
    /// <param name="types">The types that the playbook moves at this name.</param>
    public static IEnumerable<Refusal> Check(SelectedRecord record, RecordSet source, ImmutableArray<RecordType> types)
    {
        if (source.HealthCheckId is { } check)
        {
            yield return record.Refuse(
                $"it has the health check {check}; the pair would have one health check only, "
                    + "and the target would answer for both when it fails",
                "Take the health check off the record first: a simple record is answered whether it is healthy or not");
        }

        RecordType? twin = record.Key.Type switch { RecordType.A => RecordType.AAAA, RecordType.AAAA => RecordType.A, _ => null };
        if (twin is { } other && !types.Contains(other) && record.AtName.Any(set => set.Type == other.ToString()))
        {
            yield return record.Refuse(
                $"the name has {other} record sets too, and clients that use them would stay behind",
                $"Write types: [{record.Key.Type}, {other}], and give the target's {other} as well");
        }
    }

    private static Refusal Absent(SelectedRecord record)
    {
        RecordSet[] others = [.. record.AtName.Where(set => Enum.TryParse<RecordType>(set.Type, out _))];
        return others.Length == 0
            ? record.Refuse(
                "the zone holds no record of this name and type", "Correct the name or the zone, or create the simple record first")
            : record.Refuse(
                $"the zone holds no {record.Key.Type} of this name; "
                    + $"it has {string.Join(" and ", others.Select(set => set.Type).Distinct())}",
                $"Write types: [{string.Join(", ", others.Select(set => set.Type).Distinct())}]");
    }

    private static Refusal NotSimple(SelectedRecord record, ImmutableArray<RecordSet> siblings, Stacks stacks)
    {
        string?[] ours = [stacks.Source.SetIdentifier, stacks.Target.SetIdentifier];
        var held = string.Join("; ", siblings.Select(RecordWords.Of));
        return siblings switch
        {
            _ when siblings.FirstOrDefault(set => set.OtherRouting is not null) is { OtherRouting: { } policy } =>
                record.Refuse($"it has {policy} routing: {held}", "Make it one simple record set first: only such a one can be adopted"),
            _ when siblings.Length == 2 && siblings.All(set => ours.Contains(set.SetIdentifier)) =>
                record.Refuse($"it is weighted already: {held}", "There is nothing to adopt: go on with cutover plan"),
            _ when ours.All(wanted => siblings.Any(set => set.SetIdentifier == wanted)) =>
                record.Refuse($"it is weighted already, and a third record set takes part in the answers: {held}", "Delete the third"),
            _ => record.Refuse(
                $"it is weighted already, but not between \"{ours[0]}\" and \"{ours[1]}\": {held}",
                "Write its set identifiers into the playbook, or create the missing one with weight 0"),
        };
    }
}
