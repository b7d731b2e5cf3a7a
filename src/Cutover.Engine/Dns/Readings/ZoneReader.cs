using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Dns.Readings;

/// <summary>
/// Reads zones for all runs together. Route 53 gives an account five requests a second, so a hundred runs in one zone must not read it a
/// hundred times: whoever asks is served by the zone's next reading, and a zone is read once an interval.
/// </summary>
internal sealed class ZoneReader(Route53Client route53, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, ZoneQueue> queues = new(StringComparer.Ordinal);

    /// <summary>Every record set of these names, from a reading that began after this call.</summary>
    /// <param name="interval">The zone is not read again before this much time has passed since it was read last.</param>
    public Task<AwsOutcome<ImmutableArray<RecordSet>>> ReadAsync(
        string zoneId, IEnumerable<string> names, TimeSpan interval, CancellationToken cancellation) =>
        queues.GetOrAdd(zoneId, _ => new ZoneQueue(all => route53.ReadRecordSetsAsync(zoneId, all, CallPriority.Normal, default), time))
            .JoinAsync([.. names], interval, cancellation);

    public void Dispose()
    {
        foreach (var queue in queues.Values)
        {
            queue.Dispose();
        }
    }
}
