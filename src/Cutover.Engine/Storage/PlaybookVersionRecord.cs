using Cutover.Engine.Playbooks;

namespace Cutover.Engine.Storage;

/// <summary>
/// A text that a playbook had. The newest is the playbook's head, which starts. Rows are added; the database takes no change and no
/// deletion.
/// </summary>
public sealed class PlaybookVersionRecord
{
    /// <summary>The playbook's name, as the text says it.</summary>
    public required string Playbook { get; init; }

    /// <summary>Counts the versions of the playbook from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Of the text, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>To the letter.</summary>
    public required string Text { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in the words of whoever it was.</summary>
    public string? Note { get; init; }

    public required PlaybookOrigin Origin { get; init; }

    /// <summary>The file's name, for what came from one.</summary>
    public string? File { get; init; }
}
