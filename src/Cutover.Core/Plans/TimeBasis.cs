namespace Cutover.Core.Plans;

/// <summary>Where a time in a forecast comes from.</summary>
public enum TimeBasis
{
    /// <summary>The median of earlier changes.</summary>
    Measured,

    /// <summary>Nothing was measured yet.</summary>
    Assumed,

    /// <summary>The zone says it: a TTL.</summary>
    Zone,
}
