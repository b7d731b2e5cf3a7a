namespace Cutover.Core.Plans;

/// <summary>One part of a forecast.</summary>
/// <param name="Changes">How many changes it was measured on; null for what was not measured.</param>
public sealed record PlanTime(TimeSpan Duration, TimeBasis Basis, int? Changes = null)
{
    /// <summary>What was measured, or else the assumption.</summary>
    public static PlanTime Of(MeasuredTime? measured, TimeSpan assumed) =>
        measured is null ? new PlanTime(assumed, TimeBasis.Assumed) : new PlanTime(measured.Median, TimeBasis.Measured, measured.Changes);
}
