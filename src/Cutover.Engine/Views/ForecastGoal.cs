namespace Cutover.Engine.Views;

/// <summary>What a share of the open connections is forecast to come to.</summary>
public enum ForecastGoal
{
    /// <summary>What the step waits for.</summary>
    Until,

    /// <summary>95 % of what the weights ask for, on the way up or on the way down.</summary>
    Weight,

    /// <summary>Less than 1 % of the connections are on the target: a rollback is over for those who were there.</summary>
    Gone,
}
