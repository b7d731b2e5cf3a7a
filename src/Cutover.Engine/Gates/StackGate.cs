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
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(bench.Interval, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = time.GetUtcNow();
            bench.Take(Measure(StackRole.Target, now), Measure(StackRole.Source, now));
        }
    }

    private Measurement Measure(StackRole role, DateTimeOffset now) =>
        bench.Guarded(now, () => StackMeasurement.Measure(bench.Gate, clock[role].Histories, now), logger);
}
