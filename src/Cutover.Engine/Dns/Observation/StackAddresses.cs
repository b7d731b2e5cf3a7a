using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;

namespace Cutover.Engine.Dns.Observation;

/// <summary>
/// By which values the answers of a pair's stacks are known. Those of a load balancer are learned by looking up its name again and again:
/// it gives some of its addresses at a time and exchanges them as it likes, so all that were ever seen count.
/// </summary>
internal sealed class StackAddresses(ObservedPair pair, ImmutableArray<DnsAsker> resolvers)
{
    private readonly ConcurrentDictionary<string, byte> _source = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _target = new(StringComparer.Ordinal);

    public AnswerClassifier Classifier => new(Values(pair.Source.RecordSet, _source), Values(pair.Target.RecordSet, _target));

    /// <summary>Asks every resolver once for each load balancer. A failed look-up adds nothing.</summary>
    public Task LearnAsync(CancellationToken cancellation) => Task.WhenAll(
        resolvers.SelectMany(resolver => new[]
        {
            LearnAsync(resolver, pair.Source.RecordSet, _source, cancellation),
            LearnAsync(resolver, pair.Target.RecordSet, _target, cancellation),
        }));

    /// <summary>Goes on learning until cancelled; at once done where there is no load balancer.</summary>
    public async Task KeepLearningAsync(TimeSpan every, TimeProvider time, CancellationToken cancellation)
    {
        if (!pair.HasAlias)
        {
            return;
        }

        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                await LearnAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The sample is complete.
        }
    }

    private async Task LearnAsync(
        DnsAsker resolver, RecordSet recordSet, ConcurrentDictionary<string, byte> seen, CancellationToken cancellation)
    {
        if (recordSet.Alias is { } alias)
        {
            var reply = await resolver.AskAsync(alias.DnsName, pair.Record.Type, cancellation).ConfigureAwait(false);
            foreach (var value in reply.Values)
            {
                seen.TryAdd(value, 0);
            }
        }
    }

    private static StackValues Values(RecordSet recordSet, ConcurrentDictionary<string, byte> seen) =>
        recordSet.Alias is null ? StackValues.Of(recordSet) : StackValues.Learned(seen.Keys);
}
