using System.Collections.Immutable;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53.Changes;

/// <summary>Applies a batch to a copy of the zone, in order, and judges the copy as a whole.</summary>
internal static class BatchRules
{
    private const int MostRecords = 1000;
    private const int MostValueCharacters = 32_000;

    internal static (ZoneContent Content, ImmutableArray<string> Problems) Apply(
        ChangeBatch batch, HostedZone zone, ZoneContent content, HostedZones zones)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        problems.AddRange(Sizes(batch));
        problems.AddRange(Repeats(batch));
        foreach (var change in batch.Changes)
        {
            problems.AddRange(Place(change.RecordSet, zone));
            problems.AddRange(ValueRules.Problems(change.RecordSet));
            (content, var problem) = Apply(change, content);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        // Only a batch whose changes all apply has a result that is worth judging.
        if (problems.Count == 0)
        {
            problems.AddRange(GroupRules.Problems(batch, content, zone, zones));
        }

        return (content, [.. problems.Distinct()]);
    }

    private static (ZoneContent Content, string? Problem) Apply(RecordChange change, ZoneContent content)
    {
        var set = change.RecordSet;
        var present = content.Find(set.Key);
        return (change.Action, present) switch
        {
            (ChangeAction.Create, not null) => (content, $"Tried to create resource record set {set} but it already exists"),
            (ChangeAction.Delete, null) => (content, $"Tried to delete resource record set {set} but it was not found"),
            (ChangeAction.Delete, _) when !present.Matches(set) =>
                (content, $"Tried to delete resource record set {set} but the values provided do not match the current values"),
            (ChangeAction.Delete, _) => (content.Without(set.Key), null),
            _ => (content.With(set), null),
        };
    }

    private static IEnumerable<string> Place(ZoneRecordSet set, HostedZone zone) =>
        DnsName.IsWithin(set.Name, zone.Name) ? [] : [$"RRSet with DNS name {set.Name} is not permitted in zone {zone.Name}"];

    // Records of an UPSERT count twice, as its old and its new set do.
    private static IEnumerable<string> Sizes(ChangeBatch batch)
    {
        static int Times(RecordChange change) => change.Action == ChangeAction.Upsert ? 2 : 1;
        if (batch.Changes.Sum(change => Times(change) * change.RecordSet.Values.Length) > MostRecords)
        {
            yield return $"Number of records limit of {MostRecords} exceeded.";
        }

        if (batch.Changes.Sum(change => Times(change) * change.RecordSet.Values.Sum(value => value.Length)) > MostValueCharacters)
        {
            yield return $"Number of characters limit of {MostValueCharacters} exceeded.";
        }
    }

    // One change a record set, or its replacement: DELETE, then CREATE.
    private static IEnumerable<string> Repeats(ChangeBatch batch) =>
        from change in batch.Changes
        group change by change.RecordSet.Key into changes
        let actions = changes.Select(change => change.Action).ToArray()
        where actions.Length > 1 && !actions.SequenceEqual([ChangeAction.Delete, ChangeAction.Create])
        let set = changes.First().RecordSet
        select $"The request contains an invalid set of changes for a resource record set '{set.Type} {set.Name}'";
}
