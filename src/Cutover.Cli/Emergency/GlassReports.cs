using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Emergency;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Cli.Emergency;

/// <summary>Makes the JSON output.</summary>
internal static class GlassReports
{
    public static GlassReport Of(GlassSession session, ImmutableArray<ZoneOutcome> outcomes, int exitCode) =>
        new(exitCode, session.By.Who, session.By.At, [.. outcomes.Select(Of)]);

    private static ZoneReport Of(ZoneOutcome outcome)
    {
        var rollback = outcome.Found?.Rollback;
        return new ZoneReport(
            outcome.Zone,
            outcome.Found?.Id,
            [.. (rollback?.Pairs ?? []).Select(Of)],
            rollback?.Changes ?? [],
            rollback?.Refusals ?? [],
            rollback?.Warnings ?? [],
            outcome.Change?.Id,
            outcome.Change is { } change ? change.Status == ChangeStatus.InSync ? "INSYNC" : "PENDING" : null,
            rollback?.StaleSeconds ?? 0,
            outcome.Answers,
            outcome.Trouble,
            outcome.Problem);
    }

    private static PairReport Of(PairRollback pair) => new(
        pair.Record,
        pair.Run,
        pair.StaleSeconds,
        [
            Of(pair, pair.Source, "source", pair.After.Source),
            Of(pair, pair.Target, "target", pair.After.Target),
            .. pair.Others.Select(other => Of(pair, other, "other", other.Weight ?? 0)),
        ]);

    private static SetReport Of(PairRollback pair, RecordSet set, string role, int after) =>
        new(set.SetIdentifier ?? string.Empty, role, set.Weight ?? 0, after, pair.ShareBefore(set), pair.ShareAfter(set));
}
