using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.StackStatistics;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// Measures a gate on what both stacks count, over the same stretch of time. N measurements of "M of N" are spread over one window, as for
/// a probe.
/// </summary>
internal sealed class StackGate(GateBench bench, ConnectionClock clock, TimeProvider time, ILogger<StackGate> logger)
{
    private readonly WholeEvents ofTarget = new();
    private readonly WholeEvents ofSource = new();
    private readonly DateTimeOffset begun = time.GetUtcNow();
    private readonly Dictionary<StackRole, DateTimeOffset> counted = [];
    private DateTimeOffset compared = time.GetUtcNow();

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(bench.Gate.Interval, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = time.GetUtcNow();
            bench.Take(now, Measure(StackRole.Target, now), Measure(StackRole.Source, now), () => Compare(now), logger);
        }
    }

    private ImmutableArray<Stretch> Compare(DateTimeOffset now)
    {
        var (from, to) = (compared, StackMeasurement.SeenUntil(clock.Target.Histories, clock.Source.Histories));
        if (bench.Gate.Goal is not RelativeObjective || to is not { } end || end <= from)
        {
            return [];
        }

        compared = end;
        return StackMeasurement.Count(bench.Gate, clock.Target.Histories, from, end, now) is { } target
            && StackMeasurement.Count(bench.Gate, clock.Source.Histories, from, end, now) is { } source
            ? [new CountedStretch(from, end, ofTarget.Take(target), ofSource.Take(source))]
            : [];
    }

    private Measurement Measure(StackRole role, DateTimeOffset now) => bench.Guarded(
        now,
        () => StackMeasurement.Measure(bench.Gate, clock[role].Histories, now) is var measured && bench.Gate.Goal is BurnObjective
            ? measured with { Counts = Count(role, now) }
            : measured,
        logger);

    // While an instance is out of sight nothing is counted: its counters go on, and so does the count once it is back.
    private ImmutableArray<EventCount> Count(StackRole role, DateTimeOffset now)
    {
        var (histories, from) = (clock[role].Histories, counted.GetValueOrDefault(role, begun));
        if (StackMeasurement.SeenUntil(histories) is not { } end || end <= from
            || StackMeasurement.Count(bench.Gate, histories, from, end, now) is not { } found)
        {
            return [];
        }

        counted[role] = end;
        return [EventCount.Of(from, end, (role == StackRole.Target ? ofTarget : ofSource).Take(found))];
    }
}
