using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// Measures a probe gate on both stacks over the same stretch of time. N measurements of "M of N" are spread over one window, so that the
/// gate sees a fault within about a window of its beginning.
/// </summary>
internal sealed class ProbeGate(GateBench bench, ProbeWindow source, ProbeWindow target, TimeProvider time, ILogger<ProbeGate> logger)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly DateTimeOffset begun = time.GetUtcNow();

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval(bench.Gate), time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = time.GetUtcNow();
            bench.Take(Measure(target, now), Measure(source, now));
        }
    }

    private static TimeSpan Interval(Gate gate)
    {
        var share = gate.Window / gate.Breach.Of;
        return share > ShortestInterval ? share : ShortestInterval;
    }

    private Measurement Measure(ProbeWindow window, DateTimeOffset now)
    {
        var from = now - bench.Gate.Window;
        if (from < begun)
        {
            return new Filling(begun, now);
        }

        try
        {
            var reading = window.Measure(((WebSocketProbe)bench.Gate.Source).Measure, from, now);
            return reading is null
                ? new NoData(from, now, "not one sample in the window")
                : new Measured(
                    from,
                    now,
                    reading.Value,
                    reading.Samples,
                    [.. reading.Points.Select(point => new DataPoint(point.Start, point.Value, point.Samples))]);
        }
        catch (Exception failure)
        {
            // A guard that dies silently is worse than none: it goes on, and says that it could not measure.
            Log.JudgingFailed(logger, bench.Gate.Name, failure);
            return new NotMeasured(from, now, $"an error in Cutover itself: {failure.Message}");
        }
    }
}
