namespace Cutover.Engine.Views;

/// <summary>When the target's share of the open connections gets somewhere, by the churn that was measured.</summary>
/// <param name="Share">What is waited for, 0 to 1.</param>
/// <param name="IsReached">It is there.</param>
/// <param name="Likely">When, at the measured churn; null where it is there, never gets there, or nothing can be said.</param>
/// <param name="Earliest">Before this with a probability of at most 2.5 %.</param>
/// <param name="Latest">After this with a probability of at most 2.5 %; null where that has no end.</param>
/// <param name="Words">For example "45 % expected at 14:32 UTC (14:25-14:44)".</param>
public sealed record ShareForecastView(
    ForecastGoal Goal,
    double Share,
    bool IsReached,
    DateTimeOffset? Likely,
    DateTimeOffset? Earliest,
    DateTimeOffset? Latest,
    string Words);
