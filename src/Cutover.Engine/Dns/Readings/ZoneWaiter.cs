using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;

namespace Cutover.Engine.Dns.Readings;

/// <summary>Someone who waits for the record sets of some names.</summary>
internal sealed class ZoneWaiter(ImmutableHashSet<string> names)
    : TaskCompletionSource<AwsOutcome<ImmutableArray<RecordSet>>>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public ImmutableHashSet<string> Names => names;

    /// <summary>Gives the waiter its share of what was read for all.</summary>
    public void Serve(AwsOutcome<ImmutableArray<RecordSet>> outcome) => TrySetResult(
        outcome.TryGet(out var sets, out var failure) ? sets.Where(set => names.Contains(set.Name)).ToImmutableArray() : failure);
}
