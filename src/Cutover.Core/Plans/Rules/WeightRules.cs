using System.Globalization;

namespace Cutover.Core.Plans.Rules;

/// <summary>Weights that do not say what they seem to, or from which no step leads on.</summary>
internal static class WeightRules
{
    public static Refusal? AllZero(PairFacts pair) => pair.Record.Initial.Weights is not { Source: 0, Target: 0 } ? null : pair.Refuse(
        "both weights are 0, which Route 53 answers with equal shares", "Give the source a weight above 0");

    public static Refusal? AlreadyMoving(PairFacts pair)
    {
        var weights = pair.Record.Initial.Weights;
        var first = PlanSteps.WavesOf(pair.Playbook).First(wave => PlanSteps.Concerns(wave.Records, pair.Record.Key)).Steps[0].Weight;
        var percent = (weights.TargetShare * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return weights is { Source: 0, Target: 0 } || weights.TargetShare < first.Fraction ? null : pair.Refuse(
            $"the target already has {percent} % of the answers (weights {weights}), and the first step asks for {first}",
            "Set the weights back, or begin with a larger step");
    }
}
