using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>Counts of a thousand connections that last an hour on average.</summary>
internal static class Counts
{
    /// <summary>A share of the open connections, in percent, with what it is at least and at most.</summary>
    public static TrafficShares Of(DateTimeOffset at, decimal? percent, decimal low, decimal high) => new(
        at,
        new Share(50),
        percent is { } share ? new Share(share) : null,
        new Share(low),
        new Share(high),
        percent is null ? 0 : 1_000,
        new Churn(1_000, 60_000),
        low == high ? [] : ["an instance is out of sight"])
    {
        IsWhole = percent is null || low == high,
    };
}
