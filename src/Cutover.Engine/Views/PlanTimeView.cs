using Cutover.Core.Plans;

namespace Cutover.Engine.Views;

/// <summary>One part of a forecast.</summary>
/// <param name="Basis">Whether it was measured, is assumed, or stands in the zone.</param>
/// <param name="Changes">How many changes it was measured on.</param>
public sealed record PlanTimeView(double Seconds, TimeBasis Basis, int? Changes)
{
    public static PlanTimeView Of(PlanTime time) => new(time.Duration.TotalSeconds, time.Basis, time.Changes);
}
