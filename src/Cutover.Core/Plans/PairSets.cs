using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Runs;

namespace Cutover.Core.Plans;

/// <summary>The record sets of a pair, as they are and as they are wanted.</summary>
internal static class PairSets
{
    /// <summary>The two sets of a pair with the weights and the TTL that are given for it.</summary>
    public static ImmutableArray<RecordSet> Of(PlannedRecord record, ImmutableArray<RecordWeights> weights)
    {
        var given = weights.First(pair => pair.Record == record.Key);
        return
        [
            record.Source with { Weight = given.Weights.Source, Ttl = TtlOf(record.Source, given) },
            record.Target with { Weight = given.Weights.Target, Ttl = TtlOf(record.Target, given) },
        ];
    }

    /// <summary>
    /// False where a pair is as wanted by every account: pairs of other waves stay out of the batch. What a change of this run that was cut
    /// off may yet alter is written, so that Route 53 compares it.
    /// </summary>
    public static bool IsTouched(PlannedRecord record, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets)
    {
        var wanted = command.Wanted.First(pair => pair.Record == record.Key);
        return !command.Known.All(known => known.Contains(wanted))
            || !Of(record, command.Wanted).All(set => PairReading.SiblingsOf(record, sets).Any(set.Matches));
    }

    // A third weighted sibling is left alone; a simple record set cannot stand beside a weighted one and has to go.
    public static IEnumerable<RecordSetChange> Changes(PlannedRecord record, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets)
    {
        string?[] replaced = [record.Source.SetIdentifier, record.Target.SetIdentifier, null];
        return PairReading.SiblingsOf(record, sets)
            .Where(set => replaced.Contains(set.SetIdentifier))
            .Select(set => new RecordSetChange(ChangeAction.Delete, set))
            .Concat(Of(record, command.Wanted).Select(set => new RecordSetChange(ChangeAction.Create, set)));
    }

    // Beside an alias, which has none to be read, a record set keeps its own.
    private static long? TtlOf(RecordSet planned, RecordWeights given) => planned.Ttl is null ? null : given.Ttl ?? planned.Ttl;
}
