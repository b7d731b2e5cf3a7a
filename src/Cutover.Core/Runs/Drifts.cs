using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>Someone else's change: it holds the run, and nothing is overwritten.</summary>
internal static class Drifts
{
    /// <summary>The zones were read, and do not hold what was applied.</summary>
    public static Draft Seen(Draft draft, ImmutableArray<string> zones, string difference, PairReading found) =>
        Drifted(draft, new ForeignChange(zones, difference, draft.State.Foreign?.SeenAt ?? draft.Now, found));

    /// <summary>A write met something else than this run left there. The zones are read at once, so that a person sees all of it.</summary>
    public static Draft Conflict(Draft draft, string zoneId, string why)
    {
        var foreign = draft.State.Foreign ?? new ForeignChange([], why, draft.Now, null);
        var zones = foreign.Zones.Contains(zoneId) ? foreign.Zones : foreign.Zones.Add(zoneId);
        return Drifted(
            draft.With(draft.State with { ZoneReadAt = draft.Now }), foreign with { Zones = zones, Difference = why, Found = null });
    }

    /// <summary>A zone holds what this run wrote again.</summary>
    public static Draft Gone(Draft draft, string zoneId)
    {
        var left = draft.State.Foreign?.Zones.Remove(zoneId) ?? [];
        return left.IsEmpty
            ? AllGone(draft)
            : draft.With(draft.State with { Foreign = draft.State.Foreign! with { Zones = left } });
    }

    /// <summary>Every zone holds what this run wrote. A roll back goes on by itself, anything else waits for a person.</summary>
    public static Draft AllGone(Draft draft) => draft.With(draft.State with
    {
        Drift = null,
        Foreign = null,
        Hold = draft.State.Phase.IsRollback() ? null : draft.State.Hold,
    });

    /// <summary>Holds a run whose zone differs, where another hold has just been lifted.</summary>
    public static Draft StillHeld(Draft draft) => draft.State.Drift is { } words
        ? draft.HoldFor(HoldReason.Drifted, $"the zone was changed by someone else: {words}")
        : draft;

    private static Draft Drifted(Draft draft, ForeignChange foreign) =>
        StillHeld(draft.With(draft.State with { Drift = Words(draft, foreign), Foreign = foreign }));

    private static string Words(Draft draft, ForeignChange foreign)
    {
        var (good, seen) = (Time(draft.State.GoodAt), Time(foreign.SeenAt));
        var who = foreign.Found?.Others is { } others
            ? $"names of the run are also marked by {others}"
            : "Route 53 does not say who did it";
        return $"{foreign.Difference} (as applied at {good}, seen to differ at {seen}; {who}: search CloudTrail for "
            + $"ChangeResourceRecordSets on the hosted zone {string.Join(", ", foreign.Zones)} between {good} and {seen})";
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
