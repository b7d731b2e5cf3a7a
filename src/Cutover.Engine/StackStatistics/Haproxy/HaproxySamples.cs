using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Haproxy;

internal static class HaproxySamples
{
    /// <summary>The rows of one process as a sample.</summary>
    public static InstanceSample Of(IReadOnlyList<HaproxyRow> rows, string? proxy, HaproxyProcess process, DateTimeOffset at)
    {
        var count = HaproxyCount.Of(rows, proxy);
        return new InstanceSample(at, process.Name, process.Uptime, count.Open, count.Counters, count.Servers)
        {
            PredecessorLivesOn = true,
            OutOfService = process.IsStopping ? "stopping" : null,
        };
    }
}
