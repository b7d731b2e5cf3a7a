namespace Cutover.Lab;

/// <summary>How the lab's AWS misbehaves, as the real one sometimes does.</summary>
public sealed record AwsDialSettings
{
    /// <summary>Everything answers as it should.</summary>
    public static AwsDialSettings Healthy { get; } = new();

    /// <summary>CloudWatch takes data and returns none: late or lost, nobody can tell.</summary>
    public bool CloudWatchBlind { get; init; }

    /// <summary>Route 53 answers every request with Throttling, as when others of the account have used up its 5 requests a second.</summary>
    public bool Route53Throttles { get; init; }

    /// <summary>Route 53 takes changes and leaves them PENDING: its name servers keep the old answers.</summary>
    public bool Route53KeepsPending { get; init; }
}
