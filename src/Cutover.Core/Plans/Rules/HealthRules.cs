using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;

namespace Cutover.Core.Plans.Rules;

/// <summary>Route 53 leaves unhealthy record sets out of the answers, whatever their weights say.</summary>
internal static class HealthRules
{
    public static Refusal? OneEvaluatesItsTarget(PairFacts pair) => EvaluateDiffers(pair) ? pair.Refuse(
        $"EvaluateTargetHealth is {Evaluates(pair.Source)} for {PairFacts.Quoted(pair.Source)} and {Evaluates(pair.Target)} for "
            + $"{PairFacts.Quoted(pair.Target)}, so only one of them goes out of the answers when its target is unhealthy",
        "Give both aliases the same EvaluateTargetHealth") : null;

    public static Refusal? OneHasACheck(PairFacts pair)
    {
        var judged = pair.Both.Where(set => set.HealthCheckId is not null || set.Alias is { EvaluateTargetHealth: true }).ToList();
        return judged is [var only] && !EvaluateDiffers(pair) ? pair.Refuse(
            $"only {PairFacts.Quoted(only)} "
                + (only.HealthCheckId is { } check ? $"has a health check ({check}), " : "evaluates its target's health, ")
                + "so the other one answers for both when it fails",
            "Give both record sets a health check, or none") : null;
    }

    public static Refusal? SourceRevivable(PairFacts pair) => Revivable(pair, pair.Source);

    public static Refusal? TargetRevivable(PairFacts pair) => Revivable(pair, pair.Target);

    /// <summary>
    /// By health checks alone: how an alias's target fares, which decides with EvaluateTargetHealth, Route 53 tells nobody.
    /// </summary>
    public static Refusal? SourceUnhealthy(PairFacts pair) => OutOfHealth(pair, pair.Source);

    /// <inheritdoc cref="SourceUnhealthy"/>
    public static Refusal? TargetUnhealthy(PairFacts pair) => OutOfHealth(pair, pair.Target);

    private static Refusal? OutOfHealth(PairFacts pair, RecordSet set) => pair.HealthOf(set) switch
    {
        Unhealthy sick => pair.Refuse(
            $"{PairFacts.Quoted(set)} is unhealthy (health check {set.HealthCheckId}: {sick.Reports}), "
                + "and Route 53 answers by health before it answers by weight",
            "Bring it back to health first, and look why it is not"),
        HealthCheckDeleted => pair.Refuse(
            $"{PairFacts.Quoted(set)} has a health check that does not exist any more ({set.HealthCheckId}), and what Route 53 takes its "
                + "status for may change at any time",
            "Give it a health check that exists, or none on both record sets"),
        _ => null,
    };

    private static Refusal? Revivable(PairFacts pair, RecordSet set) => set.Weight != 0 || set.HealthCheckId is null ? null : pair.Refuse(
        $"{PairFacts.Quoted(set)} has weight 0 and a health check ({set.HealthCheckId}): when every other record set is unhealthy, "
            + "Route 53 answers with it all the same",
        "Take the health check off while its weight is 0");

    private static bool EvaluateDiffers(PairFacts pair) => pair.Source.Alias is { } source && pair.Target.Alias is { } target
        && source.EvaluateTargetHealth != target.EvaluateTargetHealth;

    private static string Evaluates(RecordSet set) => set.Alias is { EvaluateTargetHealth: true } ? "on" : "off";
}
