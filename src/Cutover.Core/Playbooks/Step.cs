using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>A weight to reach and hold.</summary>
/// <param name="Weight">The target's share of the answers.</param>
/// <param name="Bake">How long the weight is held under the gates, counted from the end of the settle.</param>
/// <param name="ApprovalRequired">A person must approve before this step's weight is applied.</param>
public sealed record Step(Share Weight, TimeSpan Bake, bool ApprovalRequired = false)
{
    /// <summary>The approval must come from somebody else than whoever started the run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ApprovalBySecond { get; init; }

    /// <summary>What the step waits for beside its bake time; null for nothing.</summary>
    public ConnectionShareCondition? Until { get; init; }
}
