using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans.Rules;

/// <summary>Steps that the zone, as it is, cannot carry out as written.</summary>
internal static class StepRules
{
    public static IEnumerable<Refusal> Check(ImmutableArray<PlannedStep> steps, ImmutableArray<PlannedRecord> records, Pace pace) =>
        steps.Where(step => step.Kind == StepKind.Move)
            .GroupBy(step => step.Wave)
            .SelectMany(wave => wave.Select((step, index) => (step, place: Place(step, index))))
            .SelectMany(found => TooSmall(found.step.Step, found.place)
                .Concat(NeverReached(found.step, found.place))
                .Concat(TooShort(found.step, found.place, records, pace)));

    /// <summary>The statistics count the connections of all names together, and know nothing of waves.</summary>
    public static IEnumerable<PlanWarning> Warn(ImmutableArray<PlannedStep> steps) =>
        from step in steps
        where step.Step.Until is not null && step.Weights.CommonShare() is null
        select new PlanWarning(
            FormattableString.Invariant($"wave {step.Wave} ({step.Step.Weight})"),
            $"it waits for {step.Step.Until}, which counts the open connections of both stacks whatever name they came by, "
                + "and names of other waves have other weights",
            "Ask for a share that this wave alone can bring about");

    private static string Place(PlannedStep step, int index) => FormattableString.Invariant(
        $"step {index + 1} ({step.Step.Weight}){(step.Wave is { } wave ? $" of wave {wave}" : string.Empty)}");

    private static IEnumerable<Refusal> TooSmall(Step step, string place) => step.Weight.Percent >= PairWeights.SmallestShare ? [] :
        [new Refusal(
            place, "the share is below 1/256 (0.39 %), the smallest that weights of 0-255 can express", "Begin with at least 0.4 %")];

    // The weights of 0-255 may give a little less than the share asked for.
    private static IEnumerable<Refusal> NeverReached(PlannedStep step, string place)
    {
        var exact = PairWeights.Nearest(step.Step.Weight).TargetShare * 100;
        return step.Step.Until is not { } until || (double)until.AtLeast.Percent < exact ? [] :
            [new Refusal(
                place,
                FormattableString.Invariant($"it waits for {until}, and its weights give the target {exact:0.##} % of the new connections: ")
                    + "the share of the open ones never gets above that",
                FormattableString.Invariant($"Wait for less, for example connections >= {exact * 0.9:0.#} %"))];
    }

    // A bake that ends before a rollback could have arrived lets the next step go while nobody could have been saved from this one.
    private static IEnumerable<Refusal> TooShort(PlannedStep step, string place, ImmutableArray<PlannedRecord> records, Pace pace) =>
        from pair in step.Weights
        let record = records.First(known => known.Key == pair.Record)
        where pair != record.Initial
        let ttl = record.TtlUnder(pair)
        where step.Step.Bake < ttl + pace.AssumedSync
        let less = step.Step.Bake < ttl
            ? $"less than the TTL of {PairFacts.Seconds(ttl)} for which caches hold the old answer"
            : $"less than the TTL of {PairFacts.Seconds(ttl)} and the {PairFacts.Seconds(pace.AssumedSync)} allowed for INSYNC, "
                + "which is what a rollback takes"
        select new Refusal(
            pair.Record.ToString(),
            $"{place} bakes {PairFacts.Seconds(step.Step.Bake)}, {less}",
            $"Bake at least {PairFacts.Seconds(ttl + pace.AssumedSync)}");
}
