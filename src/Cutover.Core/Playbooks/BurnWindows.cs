using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>
/// A pair of windows that fails a gate when the budget burns at least so fast in both: the long one says that it matters, the short one
/// that it goes on. The Site Reliability Workbook, chapter 5, table 5-8, what pages: 2 % of a 30-day budget in 1 h, 5 % in 6 h. Its third
/// pair (1 over 3 d and 6 h) is a ticket there, for people in the morning, and takes no traffic back.
/// </summary>
/// <param name="Factor">The burn that fails.</param>
/// <param name="Whole">The long window.</param>
/// <param name="Latest">The short one, at its end.</param>
public sealed record BurnWindows(double Factor, TimeSpan Whole, TimeSpan Latest)
{
    public static BurnWindows Fast { get; } = new(14.4, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

    public static BurnWindows Slow { get; } = new(6, TimeSpan.FromHours(6), TimeSpan.FromMinutes(30));

    public static ImmutableArray<BurnWindows> All { get; } = [Fast, Slow];
}
