using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>Going back to the weights the plan saw.</summary>
internal static class Rollbacks
{
    private const string LateWrite = "; a late write of this run had undone it";

    public static Draft Begin(Draft draft, string reason, bool overwrite)
    {
        var source = draft.Plan.Playbook.Stacks.Source.Name;
        var whither = $"Rolling back to {source} ({draft.Plan.Initial.InWords()})";
        var words = $"{whither}: {reason}.";
        var before = draft.State.Phase.IsRollback() ? draft.State.Before : draft.State.Applied;
        // What overwrites someone else's change has to wait for that one's TTL as well: it is forgotten only after.
        var entered = Writes.BeginRollback(
            draft
                .With(draft.State with
                {
                    Hold = null,
                    Preflight = null,
                    RollbackReason = reason,
                    Approved = false,
                    Answers = null,
                    Before = before,
                    MayArrive = MayArrive(draft.State),
                })
                .Enter(RunPhase.RollbackApplying)
                .Because(draft.Reasons.Any(said => said.Contains(reason, StringComparison.Ordinal)) ? $"{whither}." : words),
            overwrite);
        return Drifts.AllGone(entered).Announce(Severity.Critical, words);
    }

    // A request that was under way, or of whose fate nothing is known, may reach Route 53 after the rollback's own.
    private static ImmutableArray<ImmutableArray<RecordWeights>> MayArrive(RunState state) =>
    [
        .. state.MayArrive ?? [],
        .. state.Pending.Where(change => change is { MayBeMade: true, Release: false }).Select(change => change.Wanted),
    ];

    /// <summary>Writes the initial weights once more into the zones that a late write of this run has reached after them.</summary>
    public static Draft Again(Draft draft, ImmutableArray<string> zones, ImmutableArray<RecordWeights> found)
    {
        var reason = draft.State.RollbackReason?.Replace(LateWrite, string.Empty, StringComparison.Ordinal) + LateWrite;
        var words = $"Rolling back to {draft.Plan.Playbook.Stacks.Source.Name} ({draft.Plan.Initial.InWords()}): {reason}.";
        var late = zones.SelectMany(zone => found.In(zone)).ToImmutableArray();
        var known = draft
            .With(draft.State with { RollbackReason = reason, Answers = null, Applied = draft.State.Applied.UpdatedBy(late) })
            .Enter(RunPhase.RollbackApplying)
            .Because(words)
            .Announce(Severity.Critical, words);
        return zones.Aggregate(
            known, (all, zone) => Writes.Add(all, Writes.Of(all, zone, draft.Plan.Initial) with { Release = true }));
    }

    /// <summary>The zone was read after the initial weights were INSYNC.</summary>
    public static Draft Verified(Draft draft) => Observing.Begin(draft
        .Enter(RunPhase.RollbackSettling, draft.Now + draft.State.Settle)
        .Because(
            $"Verified: the zone holds {draft.Plan.Initial.InWords()}. Resolvers may hold the old answer "
                + $"for {draft.State.Settle.TotalSeconds:0} s more."));

    /// <summary>The settle is over: the run ends once the answers matched, or nobody has seen them for too long.</summary>
    public static Draft Finish(Draft draft)
    {
        if (!Observing.Matched(draft) && !Observing.IsUnseen(draft))
        {
            return draft.Because("Settled; waiting for the name servers' answers to match.");
        }

        var unseen = Observing.Matched(draft) ? string.Empty : $" The zone was verified, but {Observing.Unseen(draft)}.";
        return draft
            .Enter(RunPhase.RolledBack)
            .Because($"Rolled back.{unseen}")
            .Announce(
                Severity.Critical, $"Rolled back to {draft.Plan.Playbook.Stacks.Source.Name}: {draft.State.RollbackReason}.{unseen}");
    }
}
