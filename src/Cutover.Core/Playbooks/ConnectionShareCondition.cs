using Cutover.Core.StackStatistics;

namespace Cutover.Core.Playbooks;

/// <summary>A step that also waits until the target holds this share of the open connections; it must be below the step's weight.</summary>
public sealed record ConnectionShareCondition(Share AtLeast)
{
    /// <summary>
    /// How old a count may be and still say something: one comes at least once a minute, and an instance that nobody has seen for half a
    /// minute is out of sight.
    /// </summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(90);

    /// <summary>True when the share is reached even if everything out of sight is still on the source.</summary>
    public bool IsMetBy(TrafficShares shares) => shares.Resident is not null && shares.Low >= AtLeast;

    /// <summary>
    /// True when the share is reached whatever is out of sight, or nothing is and it is not. What an instance held when it was last seen
    /// is no upper bound of what it holds.
    /// </summary>
    public bool IsToldBy(TrafficShares shares) =>
        IsMetBy(shares) || (shares is { Resident: not null, IsWhole: true } && shares.High < AtLeast);

    public override string ToString() => $"connections >= {AtLeast}";
}
