using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>Which changes a run wants made, and when each may be asked for.</summary>
internal static class Writes
{
    /// <summary>Wants a step's weights, zone after zone; zones in which nothing changes are not written.</summary>
    public static Draft BeginStep(Draft draft, ImmutableArray<RecordWeights> wanted, bool release)
    {
        var zones = draft.Plan.Zones.Where(zone => IsNeeded(draft, zone.Id, wanted, release)).ToList();
        var begun = draft.With(draft.State with { Before = draft.State.Applied, Pending = [], Answers = null });
        return zones.Count == 0
            ? Syncs.InForce(begun.Because("The zones hold this already."))
            : zones.Aggregate(begun, (all, zone) => Add(all, Of(draft, zone.Id, wanted) with { Release = release }));
    }

    /// <summary>Wants the initial weights in all zones at once.</summary>
    public static Draft BeginRollback(Draft draft, bool overwrite) => draft.Plan.Zones.Aggregate(
        draft.With(draft.State with { Pending = [] }),
        (all, zone) => Add(all, Of(draft, zone.Id, draft.Plan.Initial) with { Overwrite = overwrite, Release = true }));

    /// <summary>A change of one zone that knows what this run may have left there; not numbered yet.</summary>
    public static PendingChange Of(Draft draft, string zoneId, ImmutableArray<RecordWeights> wanted)
    {
        var cutOff = draft.State.Pending.FirstOrDefault(change => change.ZoneId == zoneId && change is { ChangeId: null, Asked: true });
        var marked = cutOff is null ? draft.State.Marked.Contains(zoneId) : !cutOff.Release;
        return new PendingChange(
            0, zoneId, wanted.In(zoneId), Known(draft.State, zoneId, cutOff), Marked: marked && draft.Plan.Owner is not null);
    }

    /// <summary>Wants a change under a new number, in place of any other of its zone.</summary>
    public static Draft Add(Draft draft, PendingChange change)
    {
        var number = draft.State.Changes + 1;
        var others = draft.State.Pending.RemoveAll(other => other.ZoneId == change.ZoneId);
        return draft.With(draft.State with
        {
            Changes = number,
            Pending = others.Add(change with { Number = number }),
            Settle = Longest(draft.State.Settle, Stale(draft, change)),
        });
    }

    /// <summary>Puts a change in the place of the one of its number.</summary>
    public static Draft Update(Draft draft, PendingChange change) => draft.With(draft.State with
    {
        Pending = [.. draft.State.Pending.Select(other => other.Number == change.Number ? change : other)],
    });

    /// <summary>Asks for what is due: the next zone, or a repetition.</summary>
    public static Draft AskDue(Draft draft) =>
        draft.State.Pending.Aggregate(draft, (asked, change) => IsDue(asked, change) ? Ask(asked, change) : asked);

    /// <summary>
    /// Over someone else's change only what a person asked for; while the run is held, only what takes no traffic to the target.
    /// </summary>
    public static bool MayAsk(Draft draft, PendingChange change) => draft.State switch
    {
        { Foreign: { } foreign } when foreign.Zones.Contains(change.ZoneId) =>
            change.Overwrite || (change.Shown is not null && draft.State.RollbackReason is null),
        { Phase: var phase } when phase.IsRollback() => true,
        _ when change.Restores => draft.State.RollbackReason is null,
        { Drift: not null } => false,
        { Hold: not null } => !PutBacks.GoesForward(draft),
        _ => true,
    };

    private static bool IsNeeded(Draft draft, string zoneId, ImmutableArray<RecordWeights> wanted, bool release) =>
        !wanted.In(zoneId).SameAs(draft.State.Applied.In(zoneId))
        || (draft.Plan.Owner is not null && draft.State.Marked.Contains(zoneId) == release);

    // A change that is cut off may or may not have been written, and what was last seen to be in force may be there still.
    private static ImmutableArray<ImmutableArray<RecordWeights>> Known(RunState state, string zoneId, PendingChange? cutOff)
    {
        ImmutableArray<ImmutableArray<RecordWeights>> known =
            cutOff is null ? [] : cutOff.MayBeMade ? cutOff.Known.Add(cutOff.Wanted) : cutOff.Known;
        var applied = state.Applied.In(zoneId);
        return known.Any(weights => weights.SameAs(applied)) ? known : known.Add(applied);
    }

    // What is overwritten unseen may have had any TTL; the plan's is the best guess.
    private static TimeSpan Stale(Draft draft, PendingChange change)
    {
        var found = draft.State.Foreign?.Found?.Weights.In(change.ZoneId) ?? [];
        var known = change.Known.Add(found).Select(weights => weights.LongestTtlBut(change.Wanted)).Max();
        return change.Overwrite && draft.State.Foreign is not null ? Longest(known, draft.Plan.Ttl) : known;
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static bool IsDue(Draft draft, PendingChange change) =>
        (change.Asked ? change.RetryAt <= draft.Now : IsNext(draft, change)) && change.ChangeId is null && MayAsk(draft, change);

    // What goes back waits for no other zone.
    private static bool IsNext(Draft draft, PendingChange change) =>
        change.Restores || draft.State.Phase.IsRollback()
        || draft.State.Pending.TakeWhile(earlier => earlier.Number != change.Number).All(earlier => earlier.ChangeId is not null);

    private static Draft Ask(Draft draft, PendingChange change) => Update(draft, change with { Asked = true, RetryAt = null })
        .Command(new ApplyWeightsCommand(
            change.Number,
            change.ZoneId,
            change.Wanted,
            change.Known,
            change.Overwrite,
            change.Release,
            change.Marked,
            draft.State.Phase.IsRollback(),
            change.Shown));
}
