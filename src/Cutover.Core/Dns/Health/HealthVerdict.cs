namespace Cutover.Core.Dns.Health;

/// <summary>Whether a health check keeps its record sets in the answers, as far as that is known.</summary>
public abstract record HealthVerdict;

/// <summary>Enough checkers report success.</summary>
public sealed record Healthy : HealthVerdict;

/// <summary>Too few checkers report success: Route 53 leaves the check's record sets out of the answers.</summary>
/// <param name="Reports">How many do, of how many, and what one of the others says.</param>
public sealed record Unhealthy(string Reports) : HealthVerdict;

/// <summary>
/// The check does not exist any more. "If you delete a health check and you don't update the associated resource record sets, the future
/// status of the health check can't be predicted and may change" (Route 53 API Reference, DeleteHealthCheck).
/// </summary>
public sealed record HealthCheckDeleted : HealthVerdict;

/// <summary>Nobody can say. Never as good as healthy.</summary>
/// <param name="Why">Without a full stop; with what can be done about it, where that is known.</param>
public sealed record HealthUnknown(string Why) : HealthVerdict;
