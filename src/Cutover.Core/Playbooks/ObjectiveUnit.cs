namespace Cutover.Core.Playbooks;

/// <summary>The unit of an objective and of the values it judges.</summary>
public enum ObjectiveUnit
{
    /// <summary>A plain number, as the metric gives it.</summary>
    Number,

    /// <summary>Percent, 0-100.</summary>
    Percent,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>How many times faster than an SLO allows.</summary>
    Burn,
}
