using Cutover.Core.StackStatistics;

namespace Cutover.Core.Runs;

/// <summary>What a run knows of the connections of its stacks.</summary>
/// <param name="Shares">As they were last counted; null before they were.</param>
/// <param name="ValidUntil">How long that says something; after it nobody knows.</param>
public sealed record ConnectionCount(TrafficShares? Shares, DateTimeOffset ValidUntil);
