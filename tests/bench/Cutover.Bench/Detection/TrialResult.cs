namespace Cutover.Bench.Detection;

/// <param name="ToDecision">From the fault to the decision to roll back or to hold; null without one.</param>
/// <param name="ToWire">From the decisive measurement to ChangeResourceRecordSets on the wire; null without a rollback.</param>
/// <param name="Words">The run's own reason, where it has one.</param>
internal sealed record TrialResult(Fault Fault, Ending Ending, TimeSpan? ToDecision, TimeSpan? ToWire, string? Words)
{
    public bool IsWanted => Ending == Fault.Wanted;
}
