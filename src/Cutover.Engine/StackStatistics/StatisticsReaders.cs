using Cutover.Core.Playbooks;
using Cutover.Engine.StackStatistics.Envoy;
using Cutover.Engine.StackStatistics.Haproxy;

namespace Cutover.Engine.StackStatistics;

internal static class StatisticsReaders
{
    /// <summary>The reader for an endpoint.</summary>
    public static IStatisticsReader For(StatisticsEndpoint endpoint, TimeProvider time) => endpoint switch
    {
        EnvoyAdmin envoy => new EnvoyReader(envoy, time),
        HaproxyStatistics { Address.Scheme: "unix" or "tcp" } haproxy => new HaproxySocketReader(haproxy, time),
        HaproxyStatistics haproxy => new HaproxyPageReader(haproxy, time),
        HaproxyPrometheus prometheus => new HaproxyPrometheusReader(prometheus, time),
        _ => throw new ArgumentOutOfRangeException(nameof(endpoint)),
    };
}
