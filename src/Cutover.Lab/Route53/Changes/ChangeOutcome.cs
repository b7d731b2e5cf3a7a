using System.Collections.Immutable;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53.Changes;

/// <summary>What became of a well-formed change batch.</summary>
internal abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    internal sealed record Accepted(ZoneChange Change) : ChangeOutcome;

    /// <summary>Nothing was changed; every problem is named.</summary>
    internal sealed record Refused(ImmutableArray<string> Problems) : ChangeOutcome;

    /// <summary>The batch before this one is still being processed.</summary>
    internal sealed record StillBusy : ChangeOutcome;
}
