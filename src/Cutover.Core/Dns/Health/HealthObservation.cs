namespace Cutover.Core.Dns.Health;

/// <summary>What one of Route 53's health checkers says of the endpoint it watches.</summary>
/// <param name="Region">Where that checker stands, such as eu-west-1.</param>
/// <param name="Status">Its own words, such as "Success: HTTP Status Code 200, OK" or "Failure: The health checker timed out".</param>
public sealed record HealthObservation(string Region, string Status)
{
    /// <summary>Anything but "Success: …" is none.</summary>
    public bool IsSuccess => Status.StartsWith("Success:", StringComparison.Ordinal);
}
