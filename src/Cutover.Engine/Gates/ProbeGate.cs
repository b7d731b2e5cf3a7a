using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// Measures a probe gate on both stacks over the same stretch of time. N measurements of "M of N" are spread over one window, so that the
/// gate sees a fault within about a window of its beginning; a comparison looks more often. They keep that rhythm whatever comes: two
/// looks at the same samples are not two misses.
/// </summary>
/// <param name="bench">The gate.</param>
/// <param name="pair">What it reads.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">For errors in Cutover itself.</param>
internal sealed class ProbeGate(
    GateBench bench, ProbePair pair, TimeProvider time, ILogger<ProbeGate> logger)
{
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(100);

    private readonly DateTimeOffset begun = time.GetUtcNow();
    private DateTimeOffset compared = time.GetUtcNow();

    private ProbeMeasure What => ((WebSocketProbe)bench.Gate.Source).Measure;

    /// <summary>Measures at each tick, and, for a gate that one miss fails, as soon as a sample comes that makes it miss.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var woken = new SemaphoreSlim(0, 1);
        using var watching = bench.Gate is { Goal: Objective, Breach.Breaches: 1 } ? new SampleWatch(pair.Probes, woken) : null;
        var (next, isMissing) = (begun + bench.Gate.Interval, false);
        while (true)
        {
            var isTick = !await WokenAsync(woken, next - time.GetUtcNow(), cancellation);
            var now = time.GetUtcNow();
            var target = Measure(1, now);
            if (isTick || (!isMissing && IsMiss(target)))
            {
                bench.Take(now, target, Measure(0, now), () => Compare(now), logger);
                compared = now;
                (next, isMissing) = (now + bench.Gate.Interval, IsMiss(target));
            }
        }
    }

    /// <summary>False when the tick came first. Two looks are a tenth of a second apart at least.</summary>
    private async Task<bool> WokenAsync(SemaphoreSlim woken, TimeSpan untilTick, CancellationToken cancellation)
    {
        if (untilTick <= ShortestLook)
        {
            await Task.Delay(untilTick > TimeSpan.Zero ? untilTick : TimeSpan.Zero, time, cancellation);
            return false;
        }

        await Task.Delay(ShortestLook, time, cancellation);
        using var tick = new CancellationTokenSource(untilTick - ShortestLook, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, tick.Token);
        try
        {
            await woken.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>What both probes saw since this was asked before; nothing for a gate that compares nothing.</summary>
    private ImmutableArray<Stretch> Compare(DateTimeOffset now)
    {
        if (pair.Fault is not null || bench.Gate.Goal is not RelativeObjective || now <= compared)
        {
            return [];
        }

        var (source, target) = (pair.Probes[0].Window.Slice(What, compared, now), pair.Probes[1].Window.Slice(What, compared, now));
        return [ProbeStretch.Of(What, bench.Gate.Window, target, source)];
    }

    private bool IsMiss(Measurement measurement) =>
        measurement is Measured measured && measured.Samples >= bench.Gate.MinSamples
        && bench.Gate.Goal is Objective objective && !objective.IsMetBy(measured.Value);

    private Measurement Measure(int stack, DateTimeOffset now)
    {
        var from = now - bench.Gate.Window;
        return pair.Fault is { } fault
            ? new NotMeasured(from, now, fault)
            : bench.Guarded(now, () => Measure(pair.Probes[stack].Window, from, now), logger);
    }

    private Measurement Measure(ProbeWindow window, DateTimeOffset from, DateTimeOffset now)
    {
        var measured = from < begun ? new Filling(begun, now) : Reading(window, from, now);
        return bench.Gate.Goal is BurnObjective && now > compared
            ? measured with { Counts = [ProbeCounts.Of(What, window.Slice(What, compared, now))] }
            : measured;
    }

    private Measurement Reading(ProbeWindow window, DateTimeOffset from, DateTimeOffset now) =>
        window.Measure(What, from, now) is { } reading
            ? new Measured(
                from,
                now,
                reading.Value,
                reading.Samples,
                [.. reading.Points.Select(point => new DataPoint(point.Start, point.Value, point.Samples))])
            : new NoData(from, now, "not one sample in the window");
}
