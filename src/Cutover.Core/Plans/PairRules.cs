using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>What makes the weights of a pair lie, and so keeps a run from starting.</summary>
internal static class PairRules
{
    // Route 53 answers an alias to a load balancer with a TTL of 60 seconds that nobody can change.
    private static readonly TimeSpan AliasTtl = TimeSpan.FromSeconds(60);

    public static IEnumerable<Refusal> Check(Playbook playbook, ImmutableArray<PlannedRecord> records, ZoneView view) =>
        records.SelectMany(record => Check(playbook, record, view));

    /// <summary>How long a resolver may hold an answer of the pair.</summary>
    public static TimeSpan TtlOf(PlannedRecord record)
    {
        var (source, target) = (TtlOf(record.Source), TtlOf(record.Target));
        return source > target ? source : target;
    }

    private static IEnumerable<Refusal> Check(Playbook playbook, PlannedRecord record, ZoneView view)
    {
        Refusal?[] refusals =
        [
            UnequalTtl(record), AllZero(record), AlreadyMoving(playbook, record), OneHealthCheck(record),
            Revivable(record, record.Source), Revivable(record, record.Target), MissingTwin(playbook, record, view), OpenRun(record, view),
        ];
        return refusals.OfType<Refusal>();
    }

    private static TimeSpan TtlOf(RecordSet set) => set.Alias is null ? TimeSpan.FromSeconds(set.Ttl ?? 0) : AliasTtl;

    private static Refusal? UnequalTtl(PlannedRecord record)
    {
        var fixedTtl = record.Source.Alias is null && record.Target.Alias is null ? string.Empty : " (an alias has a fixed 60 s)";
        return TtlOf(record.Source) == TtlOf(record.Target) ? null : Refuse(
            record,
            $"the TTLs differ: {Seconds(record.Source)} s and {Seconds(record.Target)} s{fixedTtl}, which bends the shares",
            "Give both the same TTL (60 s beside an alias to a load balancer)");
    }

    private static Refusal? AllZero(PlannedRecord record) => record.Initial.Weights is not { Source: 0, Target: 0 } ? null : Refuse(
        record, "both weights are 0, which Route 53 answers with equal shares", "Give the source a weight above 0");

    private static Refusal? AlreadyMoving(Playbook playbook, PlannedRecord record)
    {
        var share = record.Initial.Weights.TargetShare;
        var percent = (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return record.Initial.Weights is { Source: 0, Target: 0 } || share < playbook.Steps[0].Weight.Fraction ? null : Refuse(
            record,
            $"the target already has {percent} % of the answers (weights {record.Initial.Weights}), "
                + $"and the first step asks for {playbook.Steps[0].Weight}",
            "Set the weights back, or begin with a larger step");
    }

    private static Refusal? OneHealthCheck(PlannedRecord record) =>
        record.Source.HealthCheckId is null == record.Target.HealthCheckId is null ? null : Refuse(
            record,
            $"only \"{(record.Source.HealthCheckId is null ? record.Target : record.Source).SetIdentifier}\" has a health "
                + "check, so the other one answers for both when it fails",
            "Give both record sets a health check, or none");

    private static Refusal? Revivable(PlannedRecord record, RecordSet set) => set.Weight != 0 || set.HealthCheckId is null ? null : Refuse(
        record,
        $"\"{set.SetIdentifier}\" has weight 0 and a health check: when every other record set is unhealthy, "
            + "Route 53 answers with it all the same",
        "Take the health check off while its weight is 0");

    private static Refusal? MissingTwin(Playbook playbook, PlannedRecord record, ZoneView view)
    {
        RecordType? twin = record.Key.Type switch { RecordType.A => RecordType.AAAA, RecordType.AAAA => RecordType.A, _ => null };
        var listed = playbook.Records.Any(
            selector => selector.Name.TrimEnd('.') + "." == record.Key.Name && selector.Types.Contains(twin ?? record.Key.Type));
        return twin is null || listed || !view.RecordSets.Any(set => set.Name == record.Key.Name && set.Type == twin.ToString())
            ? null
            : Refuse(
                record,
                $"the name has {twin} record sets too, and clients that use them would stay behind",
                $"Write types: [{record.Key.Type}, {twin}]");
    }

    private static Refusal? OpenRun(PlannedRecord record, ZoneView view) =>
        !view.OpenRuns.TryGetValue(record.Key, out var run) ? null : Refuse(
            record, $"the open run {run} moves it", "Wait for that run to end, roll it back, or abandon it");

    private static Refusal Refuse(PlannedRecord record, string message, string mend) => new(record.Key.ToString(), message, mend);

    private static string Seconds(RecordSet set) => TtlOf(set).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}
