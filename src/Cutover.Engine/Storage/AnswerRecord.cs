namespace Cutover.Engine.Storage;

/// <summary>The answers seen for one pair at one time: one point of the answers' chart.</summary>
public sealed class AnswerRecord
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The pair, as people read it: name and type.</summary>
    public required string Record { get; init; }

    /// <summary>Who was asked.</summary>
    public required AnswerOrigin Origin { get; init; }

    /// <summary>Answers that named the source.</summary>
    public required int Source { get; init; }

    /// <summary>Answers that named the target.</summary>
    public required int Target { get; init; }

    /// <summary>Answers that named neither.</summary>
    public required int Other { get; init; }

    /// <summary>Queries without an answer.</summary>
    public required int Failed { get; init; }

    /// <summary>The target's share by the weights in force, 0 to 1.</summary>
    public required double Asked { get; init; }

    /// <summary>The verdict and its arithmetic, or what each resolver said.</summary>
    public required string Words { get; init; }
}
