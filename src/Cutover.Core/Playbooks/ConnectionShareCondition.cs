namespace Cutover.Core.Playbooks;

/// <summary>A step that also waits until the target holds this share of the open connections; it must be below the step's weight.</summary>
public sealed record ConnectionShareCondition(Share AtLeast)
{
    /// <summary>True when the share is reached even if everything out of sight is still on the source.</summary>
    public bool IsMetBy(StackStatistics.TrafficShares shares) => shares.Resident is not null && shares.Low >= AtLeast;

    public override string ToString() => $"connections >= {AtLeast}";
}
