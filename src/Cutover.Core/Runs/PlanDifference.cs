namespace Cutover.Core.Runs;

/// <summary>One thing in which a run differs from its plan.</summary>
/// <param name="Words">A sentence without its full stop.</param>
public sealed record PlanDifference(PlanDeparture Kind, string Words);
