using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Lays someone else's change out beside what the run applied.</summary>
internal static class DriftViews
{
    public static DriftView? Of(Plan plan, RunState state) => state.Foreign is not { } foreign || state.Phase.IsFinished()
        ? null
        : new DriftView(
            [.. plan.Zones.Where(zone => foreign.Zones.Contains(zone.Id)).Select(ViewParts.Zone)],
            foreign.Difference,
            state.GoodAt,
            foreign.SeenAt,
            foreign.Found is not null,
            foreign.Found is { } found ? Records(plan, state.Applied, foreign.Zones, found) : [],
            [.. (foreign.Found?.Differences ?? []).Select(difference => difference.Words)],
            foreign.Found?.Others);

    private static ImmutableArray<DriftRecordView> Records(
        Plan plan, ImmutableArray<RecordWeights> applied, ImmutableArray<string> zones, PairReading found) => [..
        from pair in applied
        where zones.Contains(pair.Record.ZoneId)
        let there = found.Weights.FirstOrDefault(other => other.Record == pair.Record)
        where there != pair
        select new DriftRecordView(
            pair.Record.ToString(),
            ViewParts.Zone(plan.Zones.First(zone => zone.Id == pair.Record.ZoneId)),
            WeightWords.Of(pair, there),
            there is null ? "not a whole pair" : WeightWords.Of(there, pair))];
}
