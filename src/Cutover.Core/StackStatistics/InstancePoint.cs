namespace Cutover.Core.StackStatistics;

/// <summary>Running totals of one instance at one look; none of them ever falls.</summary>
/// <param name="At">When.</param>
/// <param name="Totals">Counted since the first look, over all its processes.</param>
/// <param name="Ended">WebSockets that ended in the ordinary course.</param>
/// <param name="ResidentMinutes">Open WebSockets times minutes over which <paramref name="Ended"/> was counted.</param>
public sealed record InstancePoint(DateTimeOffset At, StackCounters Totals, long Ended, double ResidentMinutes);
