namespace Cutover.Web.Components.Shares;

/// <summary>The target's share of connections by the stacks' own statistics, 0 to 1; null where nothing was in sight.</summary>
/// <param name="NewShare">Of those opened in the last two minutes.</param>
/// <param name="OpenShare">Of the open ones.</param>
public sealed record ConnectionSample(DateTimeOffset At, double? NewShare, double? OpenShare);
