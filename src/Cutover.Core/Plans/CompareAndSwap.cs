using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Runs;

namespace Cutover.Core.Plans;

/// <summary>
/// Turns what is wanted of one zone into one batch that deletes exactly what was read and creates what is wanted. Route 53 takes a batch
/// whole or not at all, so a change by someone else between the reading and the write makes the batch fail instead of being overwritten.
/// </summary>
public static class CompareAndSwap
{
    /// <param name="plan">The plan whose pairs are written.</param>
    /// <param name="command">What is wanted, and what the zone may hold.</param>
    /// <param name="sets">Every record set of the zone at the pairs' names and at the names of their marks, as just read.</param>
    public static Swap Prepare(Plan plan, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets)
    {
        var reading = PairReading.Of(plan, command.ZoneId, sets);
        var foreign = Foreign(command, reading);
        if (foreign is not null && !command.Overwrite && !WasShown(command, reading))
        {
            return new SwapConflict(foreign);
        }

        var marks = Words(reading.Differences.Where(difference => difference.Kind == DifferenceKind.Mark));
        return new SwapBatch(Changes(plan, command, sets), foreign == marks ? null : foreign, marks);
    }

    /// <summary>
    /// The sets of a zone as this run last wrote them, its marks included: what a rollback takes the zone to hold when it has no request to
    /// spare for reading it. Route 53 checks that, since every one of them is deleted by exact match.
    /// </summary>
    public static ImmutableArray<RecordSet> LastWritten(Plan plan, ApplyWeightsCommand command) =>
    [
        .. plan.RecordsOf(command.ZoneId).SelectMany(record => PairSets.Of(record, command.Known[^1])),
        .. command.Marked ? MarkSets.Of(plan, command.ZoneId) : [],
    ];

    private static string? Foreign(ApplyWeightsCommand command, PairReading reading)
    {
        if (!reading.Differences.IsEmpty)
        {
            return Words(reading.Differences);
        }

        return command.Known.Append(command.Wanted).Any(known => known.SameAs(reading.Weights))
            ? null
            : $"weights are {reading.Weights.InWordsBeside(command.Known[^1])}, "
                + $"expected were {command.Known[^1].InWordsBeside(reading.Weights)}";
    }

    private static string? Words(IEnumerable<PairDifference> differences) =>
        differences.Any() ? string.Join("; ", differences) : null;

    // Another run's mark is never replaced, whatever a person has seen.
    private static bool WasShown(ApplyWeightsCommand command, PairReading reading) =>
        command.Shown is { } shown
        && shown.Weights.SameAs(reading.Weights)
        && reading.Differences.All(difference => difference.Kind != DifferenceKind.Mark && shown.Differences.Contains(difference));

    // Route 53 wants what a batch deletes before what it creates.
    private static ImmutableArray<RecordSetChange> Changes(Plan plan, ApplyWeightsCommand command, ImmutableArray<RecordSet> sets)
    {
        var records = plan.RecordsOf(command.ZoneId);
        var marks = MarkSets.Changes(plan, command, sets).ToList();
        var touched = records.Where(record => PairSets.IsTouched(record, command, sets)).ToList();
        // A change that turns out to be made already needs a batch all the same: its id is what says when it is in force. And a batch of
        // marks alone would let Route 53 compare nothing, nor would one that leaves out what an urgent change has not read.
        var written = touched.Count == 0 || command.Urgent ? records : [.. touched];
        return [.. written.SelectMany(record => PairSets.Changes(record, command, sets)).Concat(marks).OrderBy(change => change.Action)];
    }
}
