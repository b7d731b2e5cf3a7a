using System.Xml.Linq;

namespace Cutover.Engine.Aws.Transport;

/// <summary>What one call remembers between its tries.</summary>
internal sealed class CallProgress(AwsCall call, CancellationToken caller)
{
    public AwsCall Call => call;

    /// <summary>The caller's own cancellation, apart from the deadlines of the call.</summary>
    public CancellationToken Caller => caller;

    public int Attempt { get; set; }

    /// <summary>What the latest try was signed with; null before the first, and when there was nothing to sign with.</summary>
    public SigningKeys? Keys { get; set; }

    /// <summary>The time that the latest try was signed with.</summary>
    public DateTimeOffset SignedAt { get; set; }

    /// <summary>What time it was where the latest answer came from; null when it did not say.</summary>
    public DateTimeOffset? ServerTime { get; set; }

    public bool CredentialsRenewed { get; set; }

    public bool ClockCorrected { get; set; }

    public AwsOutcome<XElement> Last { get; set; } =
        new AwsFailure(AwsFailureKind.Throttled, "RequestBudget", "No request token came free in the time the call had.", Retriable: true);
}
