using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>
/// Something that a decision asked to be done. It is open until the decision on its outcome closes it, in one transaction.
/// </summary>
public sealed class CommandRecord
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    /// <summary>The decision that asked for it.</summary>
    public required long Sequence { get; init; }

    /// <summary>The command, as written by <see cref="RunJson"/>.</summary>
    public required string Command { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }
}
