using System.Collections.Immutable;

namespace Cutover.Engine.Aws;

/// <summary>A call that did not succeed. Holds no secret: it may be logged, stored and shown.</summary>
/// <param name="Code">AWS's own error code, or a name of this client's when AWS gave none (for example "Timeout").</param>
/// <param name="Message">AWS's own words where it had some.</param>
/// <param name="RequestId">What AWS support asks for; null when no answer arrived.</param>
/// <param name="Retriable">The same request may succeed later, and sending it again is safe. Retries were used up.</param>
/// <param name="Ambiguous">
/// A write that may or may not have been accepted. It was not sent again: read the zone before anything else is decided.
/// </param>
public sealed record AwsFailure(
    AwsFailureKind Kind,
    string Code,
    string Message,
    string? RequestId = null,
    bool Retriable = false,
    bool Ambiguous = false)
{
    /// <summary>The single reasons of an <see cref="AwsFailureKind.InvalidChangeBatch"/>; empty otherwise.</summary>
    public ImmutableArray<string> Details { get; init; } = [];

    /// <summary>The call as IAM names it, such as route53:GetChange; null when it never came to a call.</summary>
    public string? Action { get; init; }

    /// <summary>What the call was about, as IAM names it: an ARN, or * for actions that have none.</summary>
    public string? Resource { get; init; }

    /// <summary>Who signed the call; null when nobody could.</summary>
    public AwsIdentity? Identity { get; init; }

    /// <summary>AWS's time minus this machine's, of a <see cref="AwsFailureKind.Clock"/>; null when AWS did not say its time.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>
    /// A write of which reading the zone tells what to do next: it may have been made, or someone else's change came before it.
    /// </summary>
    public bool IsSettledByReading => Ambiguous || Kind == AwsFailureKind.InvalidChangeBatch;

    internal AwsFailure AsAmbiguous() => this with { Ambiguous = true, Retriable = false };
}
