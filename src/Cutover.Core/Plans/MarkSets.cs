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

    /// <summary>What a batch does to the marks that were read: it makes those that are missing, or deletes its own.</summary>
    public static IEnumerable<RecordSetChange> Changes(Plan plan, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets) =>
        plan.Owner is null
            ? []
            : MarkReading.Names(plan, command.ZoneId).Select(key => Change(plan, command, key, sets)).OfType<RecordSetChange>();

    private static RecordSetChange? Change(Plan plan, ApplyWeightsCommand command, RecordKey key, ImmutableArray<RecordSet> sets) =>
        MarkReading.MarkOf(key.Name, sets) switch
        {
            null => command.Release ? null : new RecordSetChange(ChangeAction.Create, Of(plan, key)),
            { } mark when command.Release && MarkReading.IsOurs(plan, mark) => new RecordSetChange(ChangeAction.Delete, mark),
            _ => null,
        };

    private static RecordSet Of(Plan plan, RecordKey key)
    {
        var pairs = plan.RecordsOf(key.ZoneId).Where(record => record.Key.Name == key.Name).Select(record => record.Initial);
        return new OwnershipMark(plan.Owner!, [.. pairs.Select(pair => new MarkedPair(pair.Record.Type, pair.Weights, pair.Ttl))])
            .ToRecordSet(key.Name);
    }
}
