using System.ComponentModel.DataAnnotations;

namespace Cutover.Engine.Aws;

/// <summary>How often and how long one call is tried. Waits grow exponentially with jitter.</summary>
public sealed record RetryOptions
{
    /// <summary>Tries in all, the first included. 1-50.</summary>
    [Range(1, 50)]
    public int Attempts { get; init; } = 6;

    /// <summary>The wait after the first try, before jitter. More than zero.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>No single wait is longer than this. At least <see cref="BaseDelay"/>.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one try may take from the first byte sent to the last byte read.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the call may take with all its tries and waits, the wait for a request token included.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For a rollback: every second counts more than politeness.</summary>
    public static RetryOptions ForUrgentCalls { get; } = new()
    {
        Attempts = 15,
        BaseDelay = TimeSpan.FromMilliseconds(100),
        MaxDelay = TimeSpan.FromSeconds(1),
        AttemptTimeout = TimeSpan.FromSeconds(5),
    };
}
