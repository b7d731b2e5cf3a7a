using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Runs;

/// <summary>
/// Waiting for a step's share of the open connections. A person who skips the bake skips this too. Once the run has left the bake it was
/// waited for: an approval that comes later does not ask for it again.
/// </summary>
internal static class ShareWait
{
    public static Draft Counted(Draft draft, ConnectionsCountedEvent counted)
    {
        var shares = counted.Shares;
        var counts = Moments.Earlier(shares.At, draft.Now) + ConnectionShareCondition.Freshness;
        var valid = IsTold(draft, shares) ? counts : Moments.Earlier(draft.State.Connections?.ValidUntil ?? draft.Now, draft.Now);
        var target = draft.Plan.Playbook.Stacks.Target.Name;
        return draft.With(draft.State with { Connections = new ConnectionCount(shares, valid) }).Because(
            $"Of the open connections {ShareWords.Resident(shares)} are on {target}, "
                + $"of the new ones {(shares.New is { } share ? ShareWords.Of(share) : "not known")}.");
    }

    /// <summary>Nobody counted while no host ran: what was known then is not known now, and the time is not held against the run.</summary>
    public static Draft TakenUp(Draft draft)
    {
        var since = draft.State.DecidedAt;
        return draft.State.Connections is not { } known
            ? draft.With(draft.State with { Connections = draft.Until is null ? null : new ConnectionCount(null, draft.Now) })
            : draft.With(draft.State with
            {
                Connections = known with
                {
                    ValidUntil = known.ValidUntil > since ? draft.Now : known.ValidUntil + (draft.Now - since),
                },
            });
    }

    /// <summary>True when the step waits for no share, or no longer.</summary>
    public static bool IsOver(Draft draft) => draft.State is { Phase: not RunPhase.Baking } or { BakeSkipped: true }
        || draft.Until is not { } until
        || (Known(draft) is { } shares && until.IsMetBy(shares));

    /// <summary>Holds a run whose share nobody has been able to tell for too long. Never a reason to go back by itself.</summary>
    public static Draft Watch(Draft draft) => Deadline(draft) <= draft.Now
        ? draft.HoldFor(HoldReason.ConnectionsUnseen, $"nobody can tell whether the step may be left: it waits for {Words(draft)}")
        : draft;

    /// <summary>When not knowing means something: counted from the end of the bake, since before it nothing waits.</summary>
    public static DateTimeOffset? Deadline(Draft draft) =>
        draft.State is { Phase: RunPhase.Baking, BakeSkipped: false, Until: { } over } && draft.Until is not null
            ? Moments.Later(over, draft.State.Connections?.ValidUntil ?? over) + draft.Plan.Playbook.NoData.HoldAfter
            : null;

    /// <summary>What is waited for and how it stands, for example "connections >= 45 % (now 31-33 %, expected at 14:32 UTC)".</summary>
    public static string Words(Draft draft)
    {
        var until = draft.Until!;
        return $"{until} ({(Known(draft) is { } shares ? Now(draft, shares, until) : Unknown(draft))})";
    }

    private static bool IsTold(Draft draft, TrafficShares shares) =>
        draft.Until?.IsToldBy(shares) ?? shares.Resident is not null;

    private static TrafficShares? Known(Draft draft) =>
        draft.State.Connections is { } known && draft.Now < known.ValidUntil ? known.Shares : null;

    private static string Now(Draft draft, TrafficShares shares, ConnectionShareCondition until)
    {
        var weight = draft.State.Applied.CommonShare() ?? shares.New;
        ShareForecast? forecast = weight is null ? null : ResidentForecast.When(shares, until.AtLeast, weight.Value);
        return $"now {ShareWords.Resident(shares)}" + forecast switch
        {
            ShareExpected expected => $", expected at {ShareWords.Likely(expected, draft.Now)}",
            ShareNever never => $"; {never.Why}",
            ShareUnknown unknown => $"; {unknown.Why}",
            _ => string.Empty,
        };
    }

    private static string Unknown(Draft draft) => draft.State.Connections switch
    {
        { Shares: { Resident: null } none } => $"not known: {Why(none, "no open connection is in sight")}",
        { Shares: { } late } when draft.Now - late.At < ConnectionShareCondition.Freshness && !IsTold(draft, late) =>
            $"{ShareWords.Resident(late)} as far as can be told: {Why(late, "a part is out of sight")}",
        { Shares: { } old, ValidUntil: var valid } => string.Create(
            CultureInfo.InvariantCulture,
            $"not known since {valid.UtcDateTime:HH:mm:ss} UTC: {Why(old, "nobody has counted")}, last {ShareWords.Resident(old)}"),
        _ => "not counted yet",
    };

    private static string Why(TrafficShares shares, string otherwise) =>
        shares.Gaps.IsDefaultOrEmpty ? otherwise : string.Join("; ", shares.Gaps);
}
