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
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var share = bench.Gate.Window / bench.Gate.Breach.Of;
        using var timer = new PeriodicTimer(share > ShortestInterval ? share : ShortestInterval, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = time.GetUtcNow();
            bench.Take(Measure(StackRole.Target, now), Measure(StackRole.Source, now));
        }
    }

    private Measurement Measure(StackRole role, DateTimeOffset now)
    {
        try
        {
            return StackMeasurement.Measure(bench.Gate, clock[role].Histories, now);
        }
        catch (Exception failure)
        {
            // A guard that dies silently is worse than none: it goes on, and says that it could not measure.
            Log.JudgingFailed(logger, bench.Gate.Name, failure);
            return new NotMeasured(now - bench.Gate.Window, now, $"an error in Cutover itself: {failure.Message}");
        }
    }
}
