namespace Cutover.Core.StackStatistics;

/// <summary>When the target's share of the open WebSockets reaches what was asked for.</summary>
public abstract record ShareForecast
{
    private protected ShareForecast()
    {
    }
}

/// <summary>It is there.</summary>
public sealed record ShareReached : ShareForecast;

/// <summary>It is on its way.</summary>
/// <param name="Likely">When, at the measured churn.</param>
/// <param name="Earliest">Before this with a probability of at most 2.5 %.</param>
/// <param name="Latest">After this with a probability of at most 2.5 %; null when that has no end.</param>
public sealed record ShareExpected(DateTimeOffset Likely, DateTimeOffset Earliest, DateTimeOffset? Latest) : ShareForecast;

/// <summary>It never gets there at this weight.</summary>
/// <param name="Why">In a sentence for people.</param>
public sealed record ShareNever(string Why) : ShareForecast;

/// <summary>Nothing can be said yet.</summary>
/// <param name="Why">In a sentence for people.</param>
public sealed record ShareUnknown(string Why) : ShareForecast;
