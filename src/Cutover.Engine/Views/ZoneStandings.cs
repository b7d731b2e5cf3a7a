using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Says of every zone of a run what stands there.</summary>
internal static class ZoneStandings
{
    public static ImmutableArray<ZoneStandingView> Of(Plan plan, RunState state) => [.. plan.Zones.Select(zone => Of(zone, state))];

    private static ZoneStandingView Of(HostedZone zone, RunState state)
    {
        var change = state.Pending.FirstOrDefault(pending => pending.ZoneId == zone.Id);
        var standing = Standing(change, state.Foreign?.Zones.Contains(zone.Id) ?? false);
        return new ZoneStandingView(
            ViewParts.Zone(zone),
            standing,
            change is { Restores: true } || (change is not null && state.Phase.IsRollback()),
            state.Applied.In(zone.Id).InWords(),
            Words(standing, change, state.Hold is not null));
    }

    private static ZoneStanding Standing(PendingChange? change, bool isDrifted) => change switch
    {
        null or { Asked: false } when isDrifted => ZoneStanding.Drifted,
        null => ZoneStanding.InSync,
        { ChangeId: not null } => ZoneStanding.Pending,
        { Asked: false } => ZoneStanding.Waiting,
        { RetryAt: not null } => ZoneStanding.Retrying,
        _ => ZoneStanding.Asked,
    };

    private static string Words(ZoneStanding standing, PendingChange? change, bool isHeld) => standing switch
    {
        ZoneStanding.Drifted => "changed by someone else; nothing is overwritten",
        ZoneStanding.Waiting =>
            $"{change!.Wanted.InWords()} is not asked for yet: {(isHeld ? "the run is held" : "the zone before it comes first")}",
        ZoneStanding.Asked => $"Route 53 is being asked for {change!.Wanted.InWords()}",
        ZoneStanding.Retrying => FormattableString.Invariant(
            $"{change!.Wanted.InWords()} failed {change.Attempts} times, asked for again at {ViewParts.Clock(change.RetryAt)}"),
        ZoneStanding.Pending =>
            $"{change!.Wanted.InWords()} accepted at {ViewParts.Clock(change.AcceptedAt)} as {change.ChangeId}, PENDING",
        _ => "INSYNC, nothing under way",
    };
}
