using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>What a compare-and-swap comes to once the zone has been read.</summary>
public abstract record Swap;

/// <summary>Write these changes as one batch.</summary>
/// <param name="Replaces">The foreign content that the batch overwrites because a person asked for it, in words.</param>
/// <param name="LeavesAlone">The foreign content that it leaves all the same: another run's ownership mark.</param>
public sealed record SwapBatch(ImmutableArray<RecordSetChange> Changes, string? Replaces, string? LeavesAlone = null) : Swap;

/// <summary>The zone holds something that this run did not write: nothing may be written.</summary>
public sealed record SwapConflict(string Difference) : Swap;
