namespace Cutover.Core.Plans.Rules;

/// <summary>What makes the weights of a pair lie, and so keeps a run from starting.</summary>
internal static class PairRules
{
    private static readonly Func<PairFacts, Refusal?>[] Rules =
    [
        TtlRules.Unequal,
        TtlRules.BesideLoadBalancer,
        TtlRules.BesideOtherAlias,
        WeightRules.AllZero,
        WeightRules.AlreadyMoving,
        HealthRules.OneEvaluatesItsTarget,
        HealthRules.OneHasACheck,
        HealthRules.SourceRevivable,
        HealthRules.TargetRevivable,
        HealthRules.SourceUnhealthy,
        HealthRules.TargetUnhealthy,
        AnswerRules.SourceAnswers,
        AnswerRules.TargetAnswers,
        TwinRules.Missing,
        OpenRun,
    ];

    public static IEnumerable<Refusal> Check(PairFacts pair) => Rules.Select(rule => rule(pair)).OfType<Refusal>();

    private static Refusal? OpenRun(PairFacts pair) => pair.View.OpenRuns.TryGetValue(pair.Record.Key, out var run)
        ? pair.Refuse($"the open run {run} moves it", "Wait for that run to end, roll it back, or abandon it")
        : null;
}
