using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Runs;

/// <summary>The guard: armed in every live phase, held or not, at every weight.</summary>
internal static class Guard
{
    public static Draft Judged(Draft draft, GateJudgedEvent judged)
    {
        if (!draft.State.Gates.TryGetValue(judged.Gate, out var known))
        {
            return draft.Because($"\"{judged.Gate}\" is not a gate of this playbook.");
        }

        var passes = judged.Target.Verdict == Verdict.Passed;
        var state = new GateState(
            judged.Target, judged.Source, passes ? draft.Now : known.BlindSince, Doubts.After(draft, known.Doubt, judged))
        {
            PassedAt = passes ? draft.Now : known.PassedAt,
        };
        var taken = draft
            .With(draft.State with { Gates = draft.State.Gates.SetItem(judged.Gate, state) })
            .Because(judged.Target.Words + (judged.Source is null ? "." : $"; {judged.Source.Words}."));
        return judged.Target.Alarm is { } alarm && known.Target?.Alarm is null
            ? taken.Announce(Severity.Warning, $"{judged.Gate}: {alarm}.")
            : taken;
    }

    /// <summary>
    /// Time in which no host ran is not blindness: the gates are as blind as they were when it ended, and have the rest of their time
    /// to pass.
    /// </summary>
    public static Draft TakenUp(Draft draft)
    {
        var away = draft.Now - draft.State.DecidedAt;
        var gates = draft.State.Gates.ToImmutableSortedDictionary(
            gate => gate.Key, gate => gate.Value with { BlindSince = gate.Value.BlindSince + away }, StringComparer.Ordinal);
        var answers = draft.State.Answers is { } known ? known with { SeenAt = known.SeenAt + away } : null;
        return draft.With(draft.State with { Gates = gates, Answers = answers, Preflight = Preflights.After(draft.State.Preflight, away) })
            .Because(FormattableString.Invariant($"Taken up again; nobody watched for {away.TotalSeconds:0.#} s."));
    }

    /// <summary>Rolls back on a failed gate, holds where going back would not help, and counts how long each gate has been blind.</summary>
    public static Draft Watch(Draft draft)
    {
        if (draft.State.Phase.IsRollback() || draft.State.Phase.IsFinished())
        {
            return draft;
        }

        if (draft.State.Preflight is not null)
        {
            return Preflights.Watch(draft);
        }

        var broken = draft.State.Gates
            .Where(gate => gate.Value.FailsOnTargetOnly && !IsBeforeTraffic(draft, gate.Key))
            .ToLookup(gate => Doubts.Stand(draft, gate.Value));
        if (broken[false].Any())
        {
            return RollBack(draft, string.Join("; ", broken[false].Select(gate => gate.Value.Target!.Words)));
        }

        if (broken[true].Any())
        {
            return draft.Because(Doubts.Words(draft, broken[true].First().Value));
        }

        var both = draft.State.Gates.Where(gate => gate.Value.FailsOnBoth).Select(gate => gate.Key).ToList();
        return both.Count > 0
            ? draft.HoldFor(
                HoldReason.BothStacksFail,
                $"{string.Join(", ", both)} {(both.Count == 1 ? "fails" : "fail")} on both stacks, so going back would not help")
            : PayOwed(draft) ?? (HasMoved(draft) ? WatchBlindness(draft) : draft);
    }

    // What demands traffic fails on a target that has had none: it counts on data from after the settle of the first move.
    private static bool IsBeforeTraffic(Draft draft, string name) =>
        draft.Plan.Playbook.Gates.First(gate => gate.Name == name).DemandsTraffic
        && draft.Plan.Steps.Take(Math.Max(draft.State.Step, 0)).All(step => step.Kind != StepKind.Move)
        && !(draft.State.Gates[name].Target?.DataFrom >= draft.State.SettledAt);

    // A roll back that someone else's change kept from being made is made when that change is gone, even if the gate passes by then.
    private static Draft? PayOwed(Draft draft) =>
        draft.State is { RollbackReason: { } owed, Drift: null } ? Rollbacks.Begin(draft, owed, overwrite: false) : null;

    /// <summary>When a gate's blindness, or a doubt about the source, next means something.</summary>
    public static IEnumerable<DateTimeOffset?> Deadlines(Draft draft) => draft.State.Phase.IsRollback()
        ? []
        : draft.State.Gates.Values.Select(gate => gate.Doubt?.Until).Concat(
            HasMoved(draft) ? draft.State.Gates.Values.SelectMany(gate => Deadlines(gate, draft.Plan.Playbook.NoData)) : []);

    /// <summary>True when every gate passed on data that is all newer than the settle, and that data is still fresh.</summary>
    public static bool AllPass(Draft draft) => draft.Plan.Playbook.Gates.All(gate => Passes(draft, gate));

    /// <summary>The gates that have not passed the step yet, for the words.</summary>
    public static IEnumerable<string> Missing(Draft draft) =>
        draft.Plan.Playbook.Gates.Where(gate => !Passes(draft, gate)).Select(gate => gate.Name);

    /// <summary>
    /// A gate is blind from the first move of weights on: before it the target has no traffic that a gate could see.
    /// </summary>
    public static Draft WatchFrom(Draft draft, int step)
    {
        if (HasMoved(draft) || draft.Plan.Steps[step].Kind != StepKind.Move)
        {
            return draft;
        }

        var gates = draft.State.Gates.ToImmutableSortedDictionary(
            gate => gate.Key, gate => gate.Value with { BlindSince = draft.Now }, StringComparer.Ordinal);
        return draft.With(draft.State with { Gates = gates });
    }

    private static bool HasMoved(Draft draft) =>
        draft.State.Step >= 0 && draft.Plan.Steps[draft.State.Step].Kind != StepKind.LowerTtl;

    private static bool Passes(Draft draft, Gate gate) =>
        draft.State.Gates[gate.Name].Target is { Verdict: Verdict.Passed } verdict
        && verdict.DataFrom >= draft.State.SettledAt
        && draft.Now - verdict.DataTo <= gate.Freshness;

    private static Draft WatchBlindness(Draft draft)
    {
        var policy = draft.Plan.Playbook.NoData;
        var blind = draft.State.Gates
            .Where(gate => Blind(draft, gate.Value) >= policy.HoldAfter)
            .OrderBy(gate => gate.Value.BlindSince)
            .ToList();
        // Going back to a source that fails the same gate would not help.
        var longest = blind
            .Where(gate => Blind(draft, gate.Value) >= policy.RollBackAfter && gate.Value.Source?.Verdict != Verdict.Failed)
            .ToList();
        return (blind, longest) switch
        {
            ({ Count: 0 }, _) => draft,
            (_, { Count: 0 }) => draft.HoldFor(HoldReason.NoData, Blindness(draft, blind[0])),
            _ => RollBack(draft, Blindness(draft, longest[0])),
        };
    }

    private static TimeSpan Blind(Draft draft, GateState gate) => draft.Now - gate.BlindSince;

    private static string Blindness(Draft draft, KeyValuePair<string, GateState> gate) => FormattableString.Invariant(
        $"{gate.Key} has not passed for {Blind(draft, gate.Value).TotalSeconds:0} s ({gate.Value.Target?.Words ?? "never judged"})");

    // What someone else wrote is never overwritten by the machine itself: only a person's roll back may do that.
    private static Draft RollBack(Draft draft, string reason)
    {
        if (draft.State.Foreign is not { } foreign)
        {
            return Rollbacks.Begin(draft, reason, overwrite: false);
        }

        var words = $"{reason}; the zone was changed by someone else ({foreign.Difference}), so a person must roll back";
        return draft.State.RollbackReason is null
            ? draft
                .With(draft.State with { RollbackReason = reason })
                .HoldFor(HoldReason.Drifted, words)
                .Because($"Not rolled back: {words}.")
                .Announce(Severity.Critical, $"{words}.")
            : draft;
    }

    private static IEnumerable<DateTimeOffset?> Deadlines(GateState gate, NoDataPolicy policy) =>
        [gate.BlindSince + policy.HoldAfter, gate.BlindSince + policy.RollBackAfter];
}
