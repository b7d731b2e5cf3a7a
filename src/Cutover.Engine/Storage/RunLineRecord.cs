using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>
/// A run in one narrow row: what lists show and filters look for, without the plan and the state, which are large. Written in the same
/// transaction as the decision that changes it.
/// </summary>
public sealed class RunLineRecord
{
    public required long RunId { get; init; }

    /// <summary>The playbook's name.</summary>
    public required string Playbook { get; init; }

    public required string SourceName { get; init; }

    public required string TargetName { get; init; }

    public required RunPhase Phase { get; set; }

    public required bool IsOpen { get; set; }

    /// <summary>Counted from 1; 0 before the first.</summary>
    public required int Step { get; set; }

    public required int Steps { get; init; }

    /// <summary>The target's share of answers by the weights that Route 53 last accepted, 0 to 1.</summary>
    public required double Share { get; set; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it was started, in its starter's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it went back, or was given up; null for a run that did neither.</summary>
    public string? Why { get; set; }

    /// <summary>Everyone who started it or acted on it, each name between two line feeds.</summary>
    public required string People { get; set; }

    /// <summary>All of its words in lower case, for the search.</summary>
    public required string Search { get; set; }
}
