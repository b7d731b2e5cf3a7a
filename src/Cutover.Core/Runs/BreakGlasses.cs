using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>A rollback that someone made past the server, as the run's own marks tell it.</summary>
internal static class BreakGlasses
{
    /// <summary>
    /// Takes it for an operator's roll back, where the zones are home: the ordinary rollback deletes the marks and verifies everything.
    /// Null where there is nothing to take over.
    /// </summary>
    public static Draft? TakeOver(Draft draft, PairReading found)
    {
        var isUnderWay = draft.State.Phase is RunPhase.RollbackApplying or RunPhase.RollbackSyncing;
        if (found.BreakGlass is not { } glass || isUnderWay || !found.Differences.IsEmpty || !found.Weights.SameAs(draft.Plan.Initial))
        {
            return null;
        }

        var (applied, stale) = (draft.State.Applied, draft.State.Applied.LongestTtlBut(draft.Plan.Initial));
        var home = draft.With(draft.State with
        {
            Applied = draft.Plan.Initial,
            GoodAt = draft.Now,
            Settle = draft.State.Settle > stale ? draft.State.Settle : stale,
        });
        var begun = Rollbacks.Begin(home, Words(glass), overwrite: false);
        return draft.State.Phase.IsRollback() ? begun : begun.With(begun.State with { Before = applied });
    }

    /// <summary>That somebody broke the glass, where the weights are not theirs; null where nobody did, or a rollback is under way anyway.</summary>
    public static string? Disputed(Draft draft, PairReading found) =>
        found.BreakGlass is { } glass && !draft.State.Phase.IsRollback() ? $"the ownership mark says {Words(glass)}" : null;

    private static string Words(BreakGlass glass) =>
        $"break-glass by {glass.Who} at {glass.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
}
