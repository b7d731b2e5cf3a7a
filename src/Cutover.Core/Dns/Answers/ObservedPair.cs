namespace Cutover.Core.Dns.Answers;

/// <summary>A weighted pair whose answers are sampled.</summary>
/// <param name="Record">The name and type that are asked for.</param>
/// <param name="Source">The stack that traffic leaves.</param>
/// <param name="Target">The stack that traffic goes to.</param>
public sealed record ObservedPair(RecordKey Record, ObservedStack Source, ObservedStack Target)
{
    /// <summary>True when answers carry addresses that the zone does not hold, because a load balancer chooses them.</summary>
    public bool HasAlias => Source.RecordSet.Alias is not null || Target.RecordSet.Alias is not null;
}
