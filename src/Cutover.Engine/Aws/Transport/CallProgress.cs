using System.Xml.Linq;

namespace Cutover.Engine.Aws.Transport;

/// <summary>What one call remembers between its tries.</summary>
internal sealed class CallProgress(AwsCall call, CancellationToken caller)
{
    public AwsCall Call => call;

    /// <summary>The caller's own cancellation, apart from the deadlines of the call.</summary>
    public CancellationToken Caller => caller;

    public int Attempt { get; set; }

    public AwsOutcome<XElement> Last { get; set; } =
        new AwsFailure(AwsFailureKind.Throttled, "RequestBudget", "No request token came free in the time the call had.", Retriable: true);
}
