using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Runs;

namespace Cutover.Core.Plans;

/// <summary>A run's ownership marks: one for each name, in the batches of that name's zone.</summary>
internal static class MarkSets
{
    /// <summary>The marks of a zone as the run writes them; none where the plan has no owner.</summary>
    public static IEnumerable<RecordSet> Of(Plan plan, string zoneId) =>
        plan.Owner is null ? [] : MarkReading.Names(plan, zoneId).Select(key => Of(plan, key));

    /// <summary>
    /// What a batch does to the marks that were read: it makes those that are missing and replaces those of runs that are over, or deletes
    /// both its own and theirs.
    /// </summary>
    public static IEnumerable<RecordSetChange> Changes(Plan plan, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets) =>
        plan.Owner is null ? [] : MarkReading.Names(plan, command.ZoneId).SelectMany(key => Changes(plan, command, key, sets));

    private static IEnumerable<RecordSetChange> Changes(
        Plan plan, ApplyWeightsCommand command, RecordKey key, ImmutableArray<RecordSet> sets)
    {
        var mark = OwnershipMark.StandingAt(key.Name, sets);
        var isOver = mark is not null && MarkReading.IsSuperseded(plan, mark);
        if (mark is not null && (isOver || (command.Release && MarkReading.IsOurs(plan, mark))))
        {
            yield return new RecordSetChange(ChangeAction.Delete, mark);
        }

        if (!command.Release && (mark is null || isOver))
        {
            yield return new RecordSetChange(ChangeAction.Create, Of(plan, key));
        }
    }

    private static RecordSet Of(Plan plan, RecordKey key)
    {
        var pairs = plan.RecordsOf(key.ZoneId).Where(record => record.Key.Name == key.Name).Select(record => record.Initial);
        return new OwnershipMark(plan.Owner!, [.. pairs.Select(pair => new MarkedPair(pair.Record.Type, pair.Weights, pair.Ttl))])
            .ToRecordSet(key.Name);
    }
}
