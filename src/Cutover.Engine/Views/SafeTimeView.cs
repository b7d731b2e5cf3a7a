using Cutover.Core.Plans;

namespace Cutover.Engine.Views;

/// <summary>From the moment that calls for a rollback until resolvers have let go of the target, part by part.</summary>
public sealed record SafeTimeView(double TotalSeconds, PlanTimeView Decide, PlanTimeView Write, PlanTimeView Sync, PlanTimeView Ttl)
{
    public static SafeTimeView Of(SafeTime time) => new(
        time.Total.TotalSeconds,
        PlanTimeView.Of(time.Decide),
        PlanTimeView.Of(time.Write),
        PlanTimeView.Of(time.Sync),
        PlanTimeView.Of(time.Ttl));
}
