using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>What an act that the machine would do makes of the weights of each pair.</summary>
internal static class ActChanges
{
    public static ImmutableArray<WeightChangeView> Of(Plan plan, RunState state, OperatorAct act) => act switch
    {
        OperatorAct.RollBack => Changes(state, plan.Initial, isWhole: true),
        OperatorAct.Approve => Changes(state, plan.WeightsOf(state.Step + 1)),
        OperatorAct.StepBack => Changes(state, plan.WeightsOf(state.Step - 1)),
        OperatorAct.Adopt => Adopted(state),
        OperatorAct.Restore => Changes(state, Restored(state)),
        _ => [],
    };

    /// <summary>What a restore writes: in each zone that differs, what was applied, or what was being given back.</summary>
    public static ImmutableArray<RecordWeights> Restored(RunState state) => state.Foreign is not { } foreign ? [] :
    [
        .. foreign.Zones.SelectMany(zone =>
            state.Pending.FirstOrDefault(change => change.ZoneId == zone && change.Restores)?.Wanted ?? state.Applied.In(zone)),
    ];

    /// <summary>Nothing is written: what the run expects of the zone becomes what the zone holds.</summary>
    public static ImmutableArray<WeightChangeView> Adopted(RunState state) => [..
        from pair in state.Applied
        let there = state.Foreign?.Found?.Weights.FirstOrDefault(other => other.Record == pair.Record)
        where there is not null && there != pair
        select new WeightChangeView(pair.Record.ToString(), WeightWords.Of(pair, there), WeightWords.Of(there, pair))];

    private static ImmutableArray<WeightChangeView> Changes(RunState state, ImmutableArray<RecordWeights> wanted, bool isWhole = false)
    {
        var found = state.Foreign?.Found;
        return [..
            from pair in wanted
            let isOurs = found is null || state.Foreign!.Zones.All(zone => zone != pair.Record.ZoneId)
            let now = (isOurs ? state.Applied : found!.Weights).FirstOrDefault(other => other.Record == pair.Record)
            where isWhole || now != pair
            select new WeightChangeView(
                pair.Record.ToString(), now is null ? "not a whole pair" : WeightWords.Of(now, pair), WeightWords.Of(pair, now))];
    }
}
