using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>What a reading says of each zone.</summary>
/// <param name="Foreign">The zones that hold something else than this run left there.</param>
/// <param name="Difference">How they differ; null where none does.</param>
/// <param name="Late">During a rollback: the zones that a late write of this run has undone.</param>
internal sealed record ZoneComparison(ImmutableArray<string> Foreign, string? Difference, ImmutableArray<string> Late)
{
    public static ZoneComparison Of(Draft draft, PairReading found)
    {
        var zones = draft.Plan.Zones
            .Select(zone => (zone.Id, Words: Words(draft, found, zone.Id), Late: IsLate(draft, found, zone.Id)))
            .Where(zone => zone.Words is not null)
            .ToList();
        var foreign = zones.Where(zone => !zone.Late).ToList();
        return new ZoneComparison(
            [.. foreign.Select(zone => zone.Id)],
            foreign.Count == 0 ? null : string.Join("; ", foreign.Select(zone => zone.Words)),
            [.. zones.Where(zone => zone.Late).Select(zone => zone.Id)]);
    }

    private static string? Words(Draft draft, PairReading found, string zoneId)
    {
        var differences = Differences(draft, found, zoneId);
        if (differences.Count > 0)
        {
            return string.Join("; ", differences);
        }

        var (weights, applied) = (found.Weights.In(zoneId), draft.State.Applied.In(zoneId));
        var expected = weights.SameAs(applied)
            || draft.State.Pending.Any(change => change.ZoneId == zoneId && MayHold(draft.State, change, weights));
        var broken = BreakGlasses.Disputed(draft, found);
        return (expected, broken) switch
        {
            (true, null) when IsHome(draft.State) && found.Marked?.Contains(zoneId) == true =>
                "this run's ownership marks stand there again",
            (true, null) => null,
            (true, _) => weights.SameAs(draft.Plan.Initial.In(zoneId)) ? null : $"{broken}, but weights are {weights.InWords()}",
            _ => $"weights are {weights.InWordsBeside(applied)}, applied were {applied.InWordsBeside(weights)}"
                + (broken is null ? string.Empty : $"; {broken}"),
        };
    }

    // Once the initial weights are written, another run's mark is that run's affair.
    private static List<PairDifference> Differences(Draft draft, PairReading found, string zoneId) =>
    [
        .. found.Differences.Where(difference =>
            difference.Record.ZoneId == zoneId && !(difference.Kind == DifferenceKind.Mark && IsWritten(draft.State))),
    ];

    private static bool IsWritten(RunState state) => state.Phase == RunPhase.RollbackSyncing || IsHome(state);

    private static bool IsHome(RunState state) => state.Phase is RunPhase.RollbackVerifying or RunPhase.RollbackSettling;

    // Weights of a step that Route 53 refused are someone else's; a rollback is at home whoever wrote the initial weights.
    private static bool MayHold(RunState state, PendingChange change, ImmutableArray<RecordWeights> weights) =>
        change is { ChangeId: null, Asked: true }
        && (((change.MayBeMade || state.Phase.IsRollback()) && change.Wanted.SameAs(weights))
            || change.Known.Any(known => known.SameAs(weights)));

    // A write of this run that was cut off by the rollback can still arrive after it.
    private static bool IsLate(Draft draft, PairReading found, string zoneId) =>
        draft.State.Phase.IsRollback()
        && Differences(draft, found, zoneId).Count == 0
        && (MayArrive(draft.State, found.Weights.In(zoneId)) || IsMarkedAgain(draft, found, zoneId));

    // Someone else may have changed the weights since the late write: those are not this run's to undo.
    private static bool IsMarkedAgain(Draft draft, PairReading found, string zoneId) =>
        IsHome(draft.State) && found.Marked?.Contains(zoneId) == true && found.Weights.In(zoneId).SameAs(draft.Plan.Initial.In(zoneId));

    private static bool MayArrive(RunState state, ImmutableArray<RecordWeights> weights) =>
        state.MayArrive?.Any(late => late.SameAs(weights)) == true;
}
