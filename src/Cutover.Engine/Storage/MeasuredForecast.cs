using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>How long the latest changes of this database took. Bounded by their number, however old the database is.</summary>
internal static class MeasuredForecast
{
    /// <summary>The most changes that a forecast is made from.</summary>
    public const int Latest = 50;

    // Decisions after the one that asked for a change, among which its outcome is looked for: minutes, even for a run with many gates.
    private const int Following = 500;

    private const string Applies = "{\"command\":\"apply-weights\"";
    private const string Urgent = "\"urgent\":true";
    private const string Accepted = "{\"event\":\"change-accepted\"";
    private const string InSync = "{\"event\":\"change-in-sync\"";

    /// <summary>
    /// Medians: from the verdict that failed to the rollback's command, from a change's first command until Route 53 had accepted it, and
    /// from there until GetChange said INSYNC. Null where there was no such change.
    /// </summary>
    public static async Task<Forecast> ForecastAsync(this IDbContextFactory<CutoverContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changes = await ChangesAsync(context, cancellation);
        return new Forecast(
            MedianOf(await DecidedAsync(context, cancellation)),
            MedianOf(changes.Select(change => change.AcceptedAt - change.AskedAt)),
            MedianOf(changes.Where(change => change.InSyncAt is not null).Select(change => change.InSyncAt!.Value - change.AcceptedAt)));
    }

    private static IQueryable<CommandRecord> LatestChanges(CutoverContext context) => context.Commands.AsNoTracking()
        .Where(command => command.Command.StartsWith(Applies)).OrderByDescending(command => command.Id).Take(Latest);

    private static async Task<ImmutableArray<ChangeTimes>> ChangesAsync(CutoverContext context, CancellationToken cancellation)
    {
        var rows = await LatestChanges(context)
            .Join(context.Decisions, command => command.RunId, decision => decision.RunId, (command, decision) => new { command, decision })
            .Where(row => row.decision.Sequence > row.command.Sequence && row.decision.Sequence <= row.command.Sequence + Following)
            .Where(row => row.decision.Event.StartsWith(Accepted) || row.decision.Event.StartsWith(InSync))
            .OrderBy(row => row.decision.Sequence)
            .Select(row => new { row.command.RunId, row.command.Command, row.command.IssuedAt, row.decision.Event, row.decision.At })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new ChangeOutcome(
                    row.RunId,
                    ((ApplyWeightsCommand)RunJson.Read<RunCommand>(row.Command)).Change,
                    row.IssuedAt,
                    RunJson.Read<RunEvent>(row.Event),
                    row.At))
                .Where(outcome => outcome.IsOfItsChange)
                .GroupBy(outcome => (outcome.Run, outcome.Change))
                .Select(ChangeTimes.Of).OfType<ChangeTimes>(),
        ];
    }

    private static async Task<IEnumerable<TimeSpan>> DecidedAsync(CutoverContext context, CancellationToken cancellation)
    {
        var rows = await LatestChanges(context).Where(command => command.Command.Contains(Urgent))
            .Join(
                context.Verdicts.Where(verdict => verdict.Verdict == Verdict.Failed),
                command => new { command.RunId, command.Sequence },
                verdict => new { verdict.RunId, verdict.Sequence },
                (command, verdict) => new { command.RunId, command.Sequence, command.IssuedAt, verdict.At })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => (row.RunId, row.Sequence)).Select(decision => decision.First().IssuedAt - decision.Max(row => row.At));
    }

    // The lower of the two in the middle: a time that was measured.
    private static MeasuredTime? MedianOf(IEnumerable<TimeSpan> times)
    {
        var inOrder = times.Order().ToList();
        return inOrder.Count == 0 ? null : new MeasuredTime(inOrder[(inOrder.Count - 1) / 2], inOrder.Count);
    }

    private sealed record ChangeOutcome(long Run, int Change, DateTimeOffset IssuedAt, RunEvent Event, DateTimeOffset At)
    {
        public bool IsOfItsChange => Event switch
        {
            ChangeAcceptedEvent accepted => accepted.Change == Change,
            ChangeInSyncEvent inSync => inSync.Change == Change,
            _ => false,
        };
    }

    private sealed record ChangeTimes(DateTimeOffset AskedAt, DateTimeOffset AcceptedAt, DateTimeOffset? InSyncAt)
    {
        // A change that is tried again keeps its number: its write began with the first command.
        public static ChangeTimes? Of(IEnumerable<ChangeOutcome> outcomes)
        {
            var all = outcomes.ToList();
            var accepted = all.Find(outcome => outcome.Event is ChangeAcceptedEvent);
            return accepted is null ? null : new ChangeTimes(
                all.Min(outcome => outcome.IssuedAt), accepted.At, all.Find(outcome => outcome.Event is ChangeInSyncEvent)?.At);
        }
    }
}
