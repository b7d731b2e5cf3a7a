using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>One decision of a run: the event, what was made of it, and why. Rows are added and never changed.</summary>
public sealed class DecisionRecord
{
    public required long RunId { get; init; }

    /// <summary>Counts the decisions of the run from 1.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The event, as written by <see cref="RunJson"/>: with the plan, all of them in order give the state again.</summary>
    public required string Event { get; init; }

    public required string Reason { get; init; }

    public required bool Refused { get; init; }

    public required RunPhase Phase { get; init; }

    /// <summary>The step after the decision, counted from 0; -1 before the first.</summary>
    public required int Step { get; init; }

    /// <summary>False for a decision that changed nothing a person would look for.</summary>
    public required bool IsNotable { get; init; }
}
