using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>One call of a Cutover's actuator, which may make several requests.</summary>
/// <param name="apply">The command that it performs; null where it only reads.</param>
internal sealed class Call(ApplyWeightsCommand? apply)
{
    public ApplyWeightsCommand? Apply => apply;

    /// <summary>How many batches of others Route 53 had accepted when it last acted for this call.</summary>
    public int OthersSeen { get; set; }
}
