using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Decisions;

/// <summary>Reads what became of changes of hosted zones.</summary>
internal static class ZoneChanges
{
    private const string Applies = "{\"command\":\"apply-weights\"";
    private const string Outcomes = "{\"event\":\"change-";
    private const int MostWrites = 20;
    private const int MostOutcomes = 200;

    /// <summary>The number of the change that an event is about; null for any other event.</summary>
    public static int? NumberOf(RunEvent happened) => happened switch
    {
        ChangeAcceptedEvent accepted => accepted.Change,
        ChangePendingEvent pending => pending.Change,
        ChangeInSyncEvent done => done.Change,
        ChangeFailedEvent failed => failed.Change,
        ChangeUncheckedEvent unasked => unasked.Change,
        ChangeUnknownEvent unknown => unknown.Change,
        _ => null,
    };

    public static async Task<ImmutableArray<ChangeView>> OfAsync(
        CutoverContext context, Plan plan, long run, ImmutableArray<int> numbers, CancellationToken cancellation)
    {
        var changes = ImmutableArray.CreateBuilder<ChangeView>(numbers.Length);
        foreach (var number in numbers)
        {
            var (more, last) = (Of(number, ","), Of(number, "}"));
            var writes = await context.Commands.AsNoTracking()
                .Where(row => row.RunId == run && row.Command.StartsWith(Applies) && (row.Command.Contains(more) || row.Command.Contains(last)))
                .OrderBy(row => row.Id).Take(MostWrites).ToListAsync(cancellation);
            if (writes is not [{ } first, ..])
            {
                continue;
            }

            var outcomes = await context.Decisions.AsNoTracking()
                .Where(row => row.RunId == run && row.Sequence > first.Sequence
                    && row.Event.StartsWith(Outcomes) && (row.Event.Contains(more) || row.Event.Contains(last)))
                .OrderBy(row => row.Sequence).Take(MostOutcomes).ToListAsync(cancellation);
            changes.Add(View(plan, writes, [.. outcomes.Select(row => (row, RunJson.Read<RunEvent>(row.Event)))]));
        }

        return changes.ToImmutable();
    }

    private static string Of(int number, string end) => FormattableString.Invariant($"\"change\":{number}{end}");

    private static ChangeView View(Plan plan, List<CommandRecord> writes, ImmutableArray<(DecisionRecord Row, RunEvent Event)> outcomes)
    {
        var asked = (ApplyWeightsCommand)RunJson.Read<RunCommand>(writes[^1].Command);
        var accepted = outcomes.FirstOrDefault(one => one.Event is ChangeAcceptedEvent);
        return new ChangeView(
            asked.Change,
            ViewParts.Zone(plan.Zones.Single(zone => zone.Id == asked.ZoneId)),
            writes[0].IssuedAt,
            writes[0].Sequence,
            Batch(plan, asked),
            writes.Count,
            outcomes.Count(one => one.Event is ChangePendingEvent or ChangeInSyncEvent or ChangeUncheckedEvent or ChangeUnknownEvent),
            (accepted.Event as ChangeAcceptedEvent)?.ChangeId,
            accepted.Row?.At,
            outcomes.FirstOrDefault(one => one.Event is ChangeInSyncEvent).Row?.At,
            [.. outcomes.Where(one => one.Event is not ChangePendingEvent)
                .Select(one => new ChangeOutcomeView(one.Row.Sequence, one.Row.At, EventNames.Of(one.Event), Error(one.Event)))]);
    }

    private static ImmutableArray<BatchLineView> Batch(Plan plan, ApplyWeightsCommand asked) =>
        !asked.Known.IsEmpty && CompareAndSwap.Prepare(plan, asked, CompareAndSwap.LastWritten(plan, asked)) is SwapBatch batch
            ? [.. batch.Changes.Select(BatchView.Line)]
            : [];

    private static string? Error(RunEvent happened) => happened switch
    {
        ChangeFailedEvent failed => $"{failed.Failure}: {failed.Why}",
        ChangeUncheckedEvent unasked => unasked.Why,
        ChangeUnknownEvent unknown => unknown.Why,
        _ => null,
    };
}
