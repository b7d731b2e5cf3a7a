using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>The only weights that are ever written: those of the plan's steps, and the initial ones.</summary>
internal static class PlannedWeights
{
    /// <summary>True when the pairs of one zone are as some step leaves them, or as they were before the first.</summary>
    public static bool Contain(Plan plan, ImmutableArray<RecordWeights> weights)
    {
        var zones = weights.Select(pair => pair.Record.ZoneId).Distinct().ToList();
        return Enumerable.Range(0, plan.Steps.Length).Select(plan.WeightsOf).Append(plan.Initial)
            .Any(known => zones.All(zone => known.In(zone).SameAs(weights.In(zone))));
    }
}
