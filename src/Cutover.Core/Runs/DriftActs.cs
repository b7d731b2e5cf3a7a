using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>What a person may do with someone else's change: take it over, or write over exactly what they were shown.</summary>
internal static class DriftActs
{
    /// <summary>
    /// What the zones hold becomes what is applied. The run stays at its step and bakes again, held until the person resumes: to say what is
    /// true is not to say go on.
    /// </summary>
    public static Draft Adopt(Draft draft, OperatorAskedEvent asked)
    {
        if ((Refusal(draft, "adopt") ?? AdoptionRefusal(draft)) is { } refusal)
        {
            return draft.Refuse(refusal);
        }

        var (state, foreign) = (draft.State, draft.State.Foreign!);
        var weights = state.Applied.UpdatedBy(foreign.Found!.Weights);
        var replaced = state.Applied.LongestTtlBut(weights);
        var adopted = Held(Drifts.AllGone(draft), asked, "adopted");
        var taken = adopted.With(adopted.State with
        {
            Applied = weights,
            Before = state.Applied,
            Pending = [],
            Reading = state.Reading + 1,
            GoodAt = draft.Now,
            Settle = state.Settle > replaced ? state.Settle : replaced,
            BakeSkipped = false,
            Approved = false,
            ApprovedBy = null,
        }).Because($"{OperatorActs.By("Adopted", asked)}: {weights.InWords()}.");
        return Baked(taken, IsInForce(state), foreign.SeenAt);
    }

    /// <summary>
    /// Writes what was last applied over what the person was shown, by compare-and-swap: what has changed once more since is a drift again.
    /// </summary>
    public static Draft Restore(Draft draft, OperatorAskedEvent asked)
    {
        if ((Refusal(draft, "restore") ?? RestoreRefusal(draft)) is { } refusal)
        {
            return draft.Refuse(refusal);
        }

        var (state, foreign) = (draft.State, draft.State.Foreign!);
        var inForce = IsInForce(state);
        var began = draft.With(state with
        {
            Pending = state.Pending.RemoveAll(change => change is { Restores: false, ChangeId: null }),
            Before = inForce ? state.Applied : state.Before,
            Answers = null,
        }).Enter(inForce ? RunPhase.Applying : RunPhase.PuttingBack);
        return foreign.Zones.Aggregate(
            Held(began, asked, "restored").Because($"{OperatorActs.By("Restoring", asked)}."),
            (all, zone) => Writes.Add(all, Change(draft, zone, foreign.Found!)));
    }

    private static PendingChange Change(Draft draft, string zoneId, PairReading found)
    {
        var wanted = draft.State.Pending.FirstOrDefault(change => change.ZoneId == zoneId && change.Restores)?.Wanted;
        return Writes.Of(draft, zoneId, wanted ?? draft.State.Applied.In(zoneId)) with { Restores = true, Shown = found };
    }

    private static string? Refusal(Draft draft, string what) => draft.State switch
    {
        { Foreign: null } => $"The zone holds what was applied: there is nothing to {what}.",
        { Phase: var phase } when phase.IsRollback() =>
            "The run is rolling back: roll back once more, which overwrites what is there, or abandon the run.",
        { Foreign.Found: null } => "The zone has not been read since it was changed: ask again when it has been, in a moment.",
        { Pending: var pending } when pending.Any(PutBacks.IsAwaited) => "A change is under way: ask again when Route 53 has answered.",
        _ => null,
    };

    private static string? AdoptionRefusal(Draft draft)
    {
        var found = draft.State.Foreign!.Found!;
        var applied = draft.State.Applied;
        return !found.Differences.IsEmpty
            ? $"Only weights can be adopted, and more than weights differs: {string.Join("; ", found.Differences)}. Restore, roll back, or abandon the run."
            : applied.Any(pair => found.Weights.All(other => other.Record != pair.Record || other.Ttl != pair.Ttl))
                ? $"Only weights can be adopted, and a TTL differs: {draft.State.Foreign.Difference}. Restore, roll back, or abandon the run."
                : found.Weights.FirstOrDefault(pair => pair.Weights is { Source: 0, Target: 0 }) is { } zero
                    ? $"{zero} cannot be adopted: two zero weights mean equal shares. Restore, roll back, or abandon the run."
                    : null;
    }

    private static string? RestoreRefusal(Draft draft)
    {
        var foreign = draft.State.Foreign!;
        var kept = foreign.Found!.Differences.FirstOrDefault(
            difference => difference.Kind is DifferenceKind.Third or DifferenceKind.Mark);
        var adopted = foreign.Zones.FirstOrDefault(zone => !PlannedWeights.Contain(draft.Plan, draft.State.Applied.In(zone)));
        return draft.State.RollbackReason is { } owed ? $"A roll back is owed ({owed}): roll back, which overwrites what is there."
            : kept is not null ? $"Restoring would not mend it: {kept}."
            : adopted is not null ? $"What was last applied in {adopted} was adopted, and only weights of the plan are written: adopt again, roll back, or abandon the run."
            : null;
    }

    // Weights that are being restored in the phase of a step's request are those of a step that was in force.
    private static bool IsInForce(RunState state) => state.Phase switch
    {
        RunPhase.Syncing or RunPhase.Settling or RunPhase.Baking => true,
        RunPhase.AwaitingApproval => state.Step >= 0,
        RunPhase.Applying => state.Pending.Any(change => change.Restores),
        _ => false,
    };

    // A foreign change has no id that could be asked after: it is taken to be INSYNC as soon as changes usually are.
    private static Draft Baked(Draft adopted, bool wasInForce, DateTimeOffset seenAt)
    {
        var inSync = seenAt + adopted.Plan.Pace.AssumedSync;
        var until = (inSync > adopted.Now ? inSync : adopted.Now) + adopted.State.Settle;
        return wasInForce
            ? Syncs.Settle(adopted, until)
            : Landings.AtStepBefore(adopted, bakeSkipped: false, until);
    }

    private static Draft Held(Draft draft, OperatorAskedEvent asked, string what) => draft.With(draft.State with
    {
        Hold = new Hold(HoldReason.Operator, $"{OperatorActs.By(what, asked)}; resume to go on", draft.Now),
    });
}
