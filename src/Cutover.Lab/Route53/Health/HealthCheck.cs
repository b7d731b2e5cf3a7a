namespace Cutover.Lab.Route53.Health;

/// <summary>A health check, by what its health checkers observe. It is there, and it says what it is told to.</summary>
/// <param name="Successes">How many checkers find the endpoint well, of <paramref name="Checkers"/>.</param>
/// <param name="Checkers">How many report at all; 0 for a check that is new, which counts as healthy.</param>
public sealed record HealthCheck(int Successes, int Checkers)
{
    /// <summary>Every checker finds its endpoint well.</summary>
    public static HealthCheck Healthy { get; } = new(16, 16);

    /// <summary>No checker does.</summary>
    public static HealthCheck Unhealthy { get; } = new(0, 16);

    /// <summary>Whether record sets with this check are answered: more than 18 % of the checkers have to report success.</summary>
    public bool IsHealthy => Checkers == 0 || Successes > 0.18 * Checkers;
}
