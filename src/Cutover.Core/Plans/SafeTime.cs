namespace Cutover.Core.Plans;

/// <summary>
/// From the moment that calls for a rollback until resolvers that honour the TTL have let go of the target. Open connections stay.
/// </summary>
public sealed record SafeTime(PlanTime Decide, PlanTime Write, PlanTime Sync, PlanTime Ttl)
{
    public TimeSpan Total => Decide.Duration + Write.Duration + Sync.Duration + Ttl.Duration;
}
