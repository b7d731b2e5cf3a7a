using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Runs;

/// <summary>
/// What must be so before the first write. A probe must pass on both stacks. What lives from real traffic must pass on the source; the
/// target has none yet, so there it must only not fail. A gate that knows no stacks must pass. And both stacks must answer the same probe
/// the same way.
/// </summary>
public static class PreflightChecks
{
    /// <summary>Every check, in the order of the playbook's gates.</summary>
    public static ImmutableArray<PreflightFinding> Of(Plan plan, RunState state, DateTimeOffset now) =>
    [
        .. plan.Playbook.Gates.SelectMany(gate => OfGate(plan.Playbook.Stacks, gate, state.Gates[gate.Name], now)),
        .. plan.Playbook.Gates.Select(gate => gate.Source).OfType<WebSocketProbe>().Select(probe => probe.Cohort?.Name).Distinct()
            .Select(cohort => OfAnswers(plan.Playbook.Stacks, state.Preflight, cohort)),
    ];

    private static IEnumerable<PreflightFinding> OfGate(Stacks stacks, Gate gate, GateState state, DateTimeOffset now)
    {
        if (!gate.Source.IsPerStack)
        {
            return [MustPass(gate, "both stacks", state.Target, now) with { OfTarget = true }];
        }

        var target = gate.Source is WebSocketProbe
            ? MustPass(gate, stacks.Target.Name, state.Target, now)
            : MustNotFail(gate, stacks.Target.Name, state.Target, now);
        // A bound against the source is the target's to keep: of the source it says nothing.
        return gate.Goal is RelativeObjective
            ? [target with { OfTarget = true }]
            : [MustPass(gate, stacks.Source.Name, state.Source, now, " itself"), target with { OfTarget = true }];
    }

    private static PreflightFinding MustPass(Gate gate, string stack, StackVerdict? verdict, DateTimeOffset now, string itself = "") =>
        verdict switch
        {
            null => Waiting("not judged yet", gate, stack),
            { Verdict: Verdict.Failed } => Failed($"{stack}{itself} fails {gate.Name}: {Arithmetic(verdict)}"),
            { Verdict: Verdict.Passed } when now - verdict.DataTo <= gate.Freshness => Passed("passes", gate, stack),
            { Verdict: Verdict.Passed } => Waiting("the last pass is older than its freshness limit", gate, stack),
            _ => Waiting(Arithmetic(verdict), gate, stack),
        };

    private static PreflightFinding MustNotFail(Gate gate, string stack, StackVerdict? verdict, DateTimeOffset now) =>
        verdict is { Verdict: Verdict.Failed or Verdict.Inconclusive } && (gate.DemandsTraffic || IsIdle(gate, verdict))
            ? Passed($"{gate.Name} does not pass on {stack} yet, which has no traffic ({Arithmetic(verdict)})")
            : MustPass(gate, stack, verdict, now);

    private static bool IsIdle(Gate gate, StackVerdict verdict) =>
        verdict.Verdict == Verdict.Inconclusive
        && (gate.Goal is not Objective || verdict.Value is null || verdict.Samples < gate.MinSamples);

    private static PreflightFinding OfAnswers(Stacks stacks, Preflight? preflight, string? cohort)
    {
        var whose = cohort is null ? string.Empty : $" of the cohort {cohort}";
        return preflight?.Compared.FirstOrDefault(compared => compared.Cohort == cohort) switch
        {
            null => Waiting($"both stacks' answers to the same probe{whose} (not compared yet)"),
            var compared when compared.Difference(stacks) is { } difference => Failed(difference),
            var compared when compared.Untold(stacks) is { } untold => Waiting(untold),
            _ => Passed($"both stacks answer the same probe{whose} the same way"),
        };
    }

    private static string Arithmetic(StackVerdict verdict) => verdict.Arithmetic ?? verdict.Words;

    private static PreflightFinding Passed(string words, Gate? gate = null, string? stack = null) =>
        new(PreflightStanding.Passed, words, gate?.Name, stack);

    private static PreflightFinding Waiting(string words, Gate? gate = null, string? stack = null) =>
        new(PreflightStanding.Waiting, words, gate?.Name, stack);

    private static PreflightFinding Failed(string words) => new(PreflightStanding.Failed, words);
}
