namespace Cutover.Engine.Storage;

/// <summary>
/// A request that came with a key of its own. Asked once more with the same key, it is answered as it was and not done again. Rows are
/// kept for a day.
/// </summary>
public sealed class RequestRecord
{
    /// <summary>Who asked: nobody gets the answer to someone else's request.</summary>
    public required string Who { get; init; }

    /// <summary>What names the request, of the asker's own choice.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked: the same key must not mean two things.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The run whose decision answers it; null where it came to none.</summary>
    public long? RunId { get; set; }

    /// <summary>The decision that answers it, written in the same transaction as this row.</summary>
    public long? Sequence { get; set; }

    /// <summary>Status of the answer to a request that came to no decision.</summary>
    public int? Status { get; set; }

    /// <summary>Content type of that answer.</summary>
    public string? ContentType { get; set; }

    /// <summary>That answer, to the letter.</summary>
    public string? Answer { get; set; }
}
