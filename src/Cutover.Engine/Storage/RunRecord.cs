using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>A run. The row is the truth: whatever lives in memory is made from it again after a restart.</summary>
public sealed class RunRecord
{
    public long Id { get; init; }

    /// <summary>The playbook's name.</summary>
    public required string Playbook { get; init; }

    /// <summary>The playbook's text, exactly as it was started.</summary>
    public required string PlaybookText { get; init; }

    /// <summary>Number of the playbook's version with this text; null for runs of before versions were kept.</summary>
    public int? PlaybookVersion { get; init; }

    /// <summary>The plan, as written by <see cref="RunJson"/>.</summary>
    public required string Plan { get; set; }

    /// <summary>The state after the latest decision, as written by <see cref="RunJson"/>.</summary>
    public required string State { get; set; }

    public required RunPhase Phase { get; set; }

    public required bool IsOpen { get; set; }

    /// <summary>Number of the latest decision, counted from 1; a decision made from an older one is refused by the database.</summary>
    public required long Sequence { get; set; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the run wants to be woken; null once it is over.</summary>
    public DateTimeOffset? WakeAt { get; set; }
}
