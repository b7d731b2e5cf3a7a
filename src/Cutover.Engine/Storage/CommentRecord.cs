namespace Cutover.Engine.Storage;

/// <summary>What a person wrote on a run. Rows are added; the database takes no change and no deletion.</summary>
public sealed class CommentRecord
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    /// <summary>Number of the latest decision when it was written: it stands after that one.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }
}
