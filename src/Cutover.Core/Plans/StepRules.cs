using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>Steps that the zone, as it is, cannot carry out as written.</summary>
internal static class StepRules
{
    public static IEnumerable<Refusal> Check(Playbook playbook, ImmutableArray<PlannedRecord> records) =>
        playbook.Steps.SelectMany((step, index) => Check(step, index, records));

    private static IEnumerable<Refusal> Check(Step step, int index, ImmutableArray<PlannedRecord> records)
    {
        var place = FormattableString.Invariant($"step {index + 1} ({step.Weight})");
        if (step.Weight > Share.None && step.Weight.Percent < PairWeights.SmallestShare)
        {
            yield return new Refusal(
                place, "the share is below 1/256 (0.39 %), the smallest that weights of 0-255 can express", "Begin with at least 0.4 %");
        }

        foreach (var record in records.Where(record => step.Bake < PairRules.TtlOf(record)))
        {
            yield return new Refusal(
                record.Key.ToString(),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{place} bakes {step.Bake.TotalSeconds:0.#} s, less than the TTL of "
                        + $"{PairRules.TtlOf(record).TotalSeconds:0} s for which caches hold the old answer"),
                "Bake at least as long as the TTL");
        }
    }
}
