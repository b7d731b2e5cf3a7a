using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns.Readings;

namespace Cutover.Engine.Dns;

/// <summary>
/// The actuator: reads the pairs of a plan, compare-and-swaps them, and asks whether a change is in force. No wider than that.
/// </summary>
internal sealed class WeightedPairs(Route53Client route53, ZoneReader zones)
{
    // A write whose fate is unknown, or that lost a race, is settled by reading the zone again; more often than this the machine decides.
    private const int Attempts = 3;

    /// <summary>Makes the zone hold the wanted weights, or says why it does not.</summary>
    public async Task<RunEvent> ApplyAsync(Plan plan, long run, ApplyWeightsCommand command, CancellationToken cancellation)
    {
        var priority = PriorityOf(command.Urgent);
        AwsFailure? last = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // A rollback has no request to spare: it first takes the zone to hold what this run wrote last, which Route 53 then checks.
            var read = attempt == 0 && command.Urgent
                ? CompareAndSwap.LastWritten(plan, command)
                : await ReadSetsAsync(plan, command.ZoneId, priority, cancellation);
            if (!read.TryGet(out var sets, out last))
            {
                break;
            }

            var swap = CompareAndSwap.Prepare(plan, command, sets);
            if (swap is not SwapBatch batch)
            {
                return new ChangeFailedEvent(command.Change, ChangeFailure.Conflict, ((SwapConflict)swap).Difference);
            }

            var comment = FormattableString.Invariant($"Cutover run {run}, change {command.Change}: {plan.Playbook.Name}");
            var written = await route53.ChangeRecordSetsAsync(command.ZoneId, batch.Changes, comment, priority, cancellation);
            if (written.TryGet(out var change, out last))
            {
                return new ChangeAcceptedEvent(command.Change, change.Id, batch.Replaces, batch.LeavesAlone);
            }

            if (!last.IsSettledByReading)
            {
                break;
            }
        }

        return new ChangeFailedEvent(command.Change, FailureOf(last!), AwsWords.Of(last!));
    }

    /// <summary>Asks whether a change is INSYNC.</summary>
    public async Task<RunEvent> CheckAsync(CheckChangeCommand command, CancellationToken cancellation)
    {
        var checkedChange = await route53.GetChangeAsync(command.ChangeId, PriorityOf(command.Urgent), cancellation);
        return checkedChange.TryGet(out var change, out var failure)
            ? change.Status == ChangeStatus.InSync ? new ChangeInSyncEvent(command.Change) : new ChangePendingEvent(command.Change)
            : failure.Kind == AwsFailureKind.NotFound
                ? new ChangeUnknownEvent(command.Change, AwsWords.Of(failure))
                : new ChangeUncheckedEvent(command.Change, AwsWords.Of(failure));
    }

    /// <summary>Reads what the zone holds of the plan's pairs.</summary>
    public async Task<RunEvent> ReadAsync(Plan plan, ReadZoneCommand command, CancellationToken cancellation)
    {
        var readings = new List<PairReading>();
        foreach (var zone in plan.Zones)
        {
            var read = command.Urgent
                ? await ReadSetsAsync(plan, zone.Id, CallPriority.Urgent, cancellation)
                : await zones.ReadAsync(zone.Id, NamesOf(plan, zone.Id), plan.Pace.ZoneRead, cancellation);
            if (!read.TryGet(out var sets, out var failure))
            {
                return new ZoneUnreadEvent(command.Reading, AwsWords.Of(failure));
            }

            readings.Add(PairReading.Of(plan, zone.Id, sets));
        }

        return new ZoneReadEvent(command.Reading, PairReading.Together(readings));
    }

    private Task<AwsOutcome<ImmutableArray<RecordSet>>> ReadSetsAsync(
        Plan plan, string zoneId, CallPriority priority, CancellationToken cancellation) =>
        route53.ReadRecordSetsAsync(zoneId, NamesOf(plan, zoneId), priority, cancellation);

    private static IEnumerable<string> NamesOf(Plan plan, string zoneId) =>
        plan.RecordsOf(zoneId).Select(record => record.Key.Name).Distinct().SelectMany(name => OwnershipMark.NamesAt(name));

    private static CallPriority PriorityOf(bool urgent) => urgent ? CallPriority.Urgent : CallPriority.Normal;

    private static ChangeFailure FailureOf(AwsFailure failure) => failure switch
    {
        { Retriable: true } or { Ambiguous: true } => ChangeFailure.Passing,
        { Kind: AwsFailureKind.Throttled or AwsFailureKind.PriorRequestNotComplete or AwsFailureKind.Unavailable } => ChangeFailure.Passing,
        // Credentials and clocks get mended from outside while a run waits: it asks again before it holds for a person.
        { Kind: AwsFailureKind.Credentials or AwsFailureKind.Clock } => ChangeFailure.Passing,
        _ => ChangeFailure.Lasting,
    };
}
