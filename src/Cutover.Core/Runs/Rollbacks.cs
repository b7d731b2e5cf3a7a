using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>Going back to the weights the plan saw.</summary>
internal static class Rollbacks
{
    public static Draft Begin(Draft draft, string reason, bool overwrite)
    {
        var initial = draft.Plan.Initial;
        var source = draft.Plan.Playbook.Stacks.Source.Name;
        var whither = $"Rolling back to {source} ({initial.InWords()})";
        var words = $"{whither}: {reason}.";
        var entered = draft
            .With(draft.State with { Hold = null, RollbackReason = reason, Approved = false, Drift = overwrite ? null : draft.State.Drift })
            .Enter(RunPhase.RollbackApplying)
            .Because(draft.Reasons.Any(said => said.Contains(reason, StringComparison.Ordinal)) ? $"{whither}." : words);
        return Changes.Begin(entered, initial, overwrite).Announce(Severity.Critical, words);
    }

    /// <summary>The zone was read after the initial weights were INSYNC.</summary>
    public static Draft Verified(Draft draft) => draft
        .Enter(RunPhase.RollbackSettling, draft.Now + draft.Plan.Ttl)
        .Because(
            $"Verified: the zone holds {draft.Plan.Initial.InWords()}. Resolvers may hold the old answer "
                + $"for {draft.Plan.Ttl.TotalSeconds:0} s more.");

    public static Draft Finish(Draft draft) => draft
        .Enter(RunPhase.RolledBack)
        .Because("Rolled back.")
        .Announce(Severity.Critical, $"Rolled back to {draft.Plan.Playbook.Stacks.Source.Name}: {draft.State.RollbackReason}.");
}
