using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Storage;

/// <summary>A verdict about one stack, with the raw points it judged.</summary>
public sealed class VerdictRecord
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    /// <summary>The decision that took it in.</summary>
    public long Sequence { get; set; }

    public required string Gate { get; init; }

    public required StackRole Stack { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Verdict Verdict { get; init; }

    public double? Value { get; init; }

    public required long Samples { get; init; }

    public required DateTimeOffset DataFrom { get; init; }

    public required DateTimeOffset DataTo { get; init; }

    /// <summary>The objective at the time, as the playbook writes it.</summary>
    public required string Objective { get; init; }

    /// <summary>The arithmetic, in words.</summary>
    public required string Words { get; init; }

    /// <summary>The measurements judged, oldest first, with their raw points, as JSON.</summary>
    public required string Measurements { get; init; }
}
