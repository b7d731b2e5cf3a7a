namespace Cutover.Engine.Reports;

/// <summary>A change of weights that Route 53 accepted.</summary>
/// <param name="Weights">What every pair of the zone was given, in words.</param>
/// <param name="Share">The target's largest share of answers by all weights from then on, 0 to 1.</param>
/// <param name="IsBack">It restored the weights from before the run.</param>
/// <param name="InSyncAt">When GetChange first said INSYNC; null where it never did.</param>
public sealed record ReportedMove(
    DateTimeOffset At, int Step, string ZoneId, string Weights, double Share, bool IsBack, string ChangeId, DateTimeOffset? InSyncAt);
