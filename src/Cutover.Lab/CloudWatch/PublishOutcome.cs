namespace Cutover.Lab.CloudWatch;

/// <summary>What became of publishing. Publishing stops at the first call that is not accepted.</summary>
/// <param name="Accepted">How many data the service took.</param>
/// <param name="Error">
/// Why the rest was not taken: the service's code and message, or the fault of the connection; null when all were.
/// </param>
public sealed record PublishOutcome(int Accepted, string? Error = null)
{
    /// <summary>Every datum was taken.</summary>
    public bool Succeeded => Error is null;
}
