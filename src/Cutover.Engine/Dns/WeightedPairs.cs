using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Dns;

/// <summary>
/// The actuator: reads the pairs of a plan, compare-and-swaps them, and asks whether a change is in force. No wider than that.
/// </summary>
internal sealed class WeightedPairs(Route53Client route53)
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
            var read = attempt == 0 && command.Urgent ? LastWritten(plan, command) : await ReadSetsAsync(plan, priority, cancellation);
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
            var written = await route53.ChangeRecordSetsAsync(plan.Zone.Id, batch.Changes, comment, priority, cancellation);
            if (written.TryGet(out var change, out last))
            {
                return new ChangeAcceptedEvent(command.Change, change.Id, batch.Replaces);
            }

            if (last is not ({ Ambiguous: true } or { Kind: AwsFailureKind.InvalidChangeBatch }))
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
        var read = await ReadSetsAsync(plan, PriorityOf(command.Urgent), cancellation);
        if (!read.TryGet(out var sets, out var failure))
        {
            return new ZoneUnreadEvent(command.Change, AwsWords.Of(failure));
        }

        var reading = PairReading.Of(plan, sets);
        return new ZoneReadEvent(command.Change, reading.Weights, reading.Differences);
    }

    private Task<AwsOutcome<ImmutableArray<RecordSet>>> ReadSetsAsync(Plan plan, CallPriority priority, CancellationToken cancellation) =>
        route53.ReadRecordSetsAsync(plan.Zone.Id, plan.Records.Select(record => record.Key.Name), priority, cancellation);

    private static ImmutableArray<RecordSet> LastWritten(Plan plan, ApplyWeightsCommand command) =>
        [.. plan.Records.SelectMany(record => SetsOf(record, command.Known[^1].First(known => known.Record == record.Key).Weights))];

    private static RecordSet[] SetsOf(PlannedRecord record, PairWeights weights) =>
        [record.Source with { Weight = weights.Source }, record.Target with { Weight = weights.Target }];

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
