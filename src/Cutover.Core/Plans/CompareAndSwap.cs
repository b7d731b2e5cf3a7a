using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Runs;

namespace Cutover.Core.Plans;

/// <summary>
/// Turns wanted weights into one batch that deletes exactly what was read and creates what is wanted. Route 53 takes a batch whole or not
/// at all, so a change by someone else between the reading and the write makes the batch fail instead of being overwritten.
/// </summary>
public static class CompareAndSwap
{
    /// <param name="plan">The plan whose pairs are written.</param>
    /// <param name="command">The weights wanted, and those that the zone may hold.</param>
    /// <param name="sets">Every record set of the pairs' names, as just read.</param>
    public static Swap Prepare(Plan plan, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets)
    {
        var reading = PairReading.Of(plan, sets);
        var foreign = Foreign(command, reading);
        if (foreign is not null && !command.Overwrite)
        {
            return new SwapConflict(foreign);
        }

        var changes = plan.Records.SelectMany(record => Changes(record, command, sets)).OrderBy(change => change.Action).ToImmutableArray();
        return new SwapBatch(changes, foreign);
    }

    private static string? Foreign(ApplyWeightsCommand command, PairReading reading)
    {
        if (!reading.Differences.IsEmpty)
        {
            return string.Join("; ", reading.Differences);
        }

        return command.Known.Append(command.Wanted).Any(known => known.SameAs(reading.Weights))
            ? null
            : $"weights are {reading.Weights.InWords()}, expected were {command.Known[^1].InWords()}";
    }

    // A further weighted sibling is left alone; a simple record set cannot stand beside a weighted one and has to go.
    private static IEnumerable<RecordSetChange> Changes(PlannedRecord record, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets)
    {
        var weights = command.Wanted.First(wanted => wanted.Record == record.Key).Weights;
        string?[] replaced = [record.Source.SetIdentifier, record.Target.SetIdentifier, null];
        var deletes = PairReading.SiblingsOf(record, sets)
            .Where(set => replaced.Contains(set.SetIdentifier))
            .Select(set => new RecordSetChange(ChangeAction.Delete, set));
        return deletes
            .Append(new RecordSetChange(ChangeAction.Create, record.Source with { Weight = weights.Source }))
            .Append(new RecordSetChange(ChangeAction.Create, record.Target with { Weight = weights.Target }));
    }
}
