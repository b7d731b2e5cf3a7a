using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>What a gate on a CloudWatch metric or expression asks for, and what the answers mean.</summary>
internal sealed class MetricGate(GateBench bench)
{
    private static readonly ImmutableArray<StackRole> Roles = [StackRole.Target, StackRole.Source];

    private readonly CloudWatchSource source = (CloudWatchSource)bench.Gate.Source;
    private readonly Dictionary<StackRole, Arrivals> arrivals = [];

    /// <summary>One for each stack, the target's first.</summary>
    public ImmutableArray<SeriesRequest> Requests(DateTimeOffset now) =>
        [.. bench.Stacks.MeasuredBy(source).Zip(Roles).Select(asked => SeriesRequests.Recent(
            bench.Gate, asked.First, now, bench.Gate.Goal is BurnObjective ? bench.CountedUntil(asked.Second) : now))];

    /// <summary>Takes what came of the requests.</summary>
    public void Take(ImmutableArray<SeriesReading> readings, DateTimeOffset now) =>
        bench.Take(
            Measure(StackRole.Target, readings[0], now),
            source.IsPerStack ? Measure(StackRole.Source, readings[1], now) : null,
            Compare(readings, now));

    private ImmutableArray<Stretch> Compare(ImmutableArray<SeriesReading> readings, DateTimeOffset now) =>
        bench.Gate.Goal is RelativeObjective && readings is [SeriesRead target, SeriesRead other]
            ? CloudWatchPeriods.Of(bench.Gate, (target.Values, target.Evidence), (other.Values, other.Evidence), now)
            : [];

    private Measurement Measure(StackRole role, SeriesReading reading, DateTimeOffset now)
    {
        Measurement measured = reading is SeriesRead found
            ? CloudWatchWindow.Measure(bench.Gate, found.Values, found.Evidence, now)
            : new NotMeasured(now - bench.Gate.Window, now, ((SeriesUnread)reading).Why);
        return measured with
        {
            Lateness = reading is SeriesRead read ? LatenessOf(role, read, now) : null,
            Counts = reading is SeriesRead seen && bench.Gate.Goal is BurnObjective
                ? CloudWatchPeriods.Counts(bench.Gate, (seen.Values, seen.Evidence), bench.CountedUntil(role), now)
                : null,
        };
    }

    private TimeSpan? LatenessOf(StackRole role, SeriesRead read, DateTimeOffset now)
    {
        var known = arrivals.GetValueOrDefault(role, Arrivals.None);
        var seen = CloudWatchWindow.NewestEnd(source, read.Values, read.Evidence, now) is { } end ? known.Seen(end, now) : known;
        arrivals[role] = seen;
        return seen.Lateness;
    }
}
