namespace Cutover.Engine.Storage;

/// <summary>A link by which a step is approved, once, by somebody who may. Its code is not kept.</summary>
public sealed class ApprovalLinkRecord
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required long RunId { get; init; }

    /// <summary>The step that waits, counted from 0.</summary>
    public required int Step { get; init; }

    /// <summary>Since when the step waits: a link is void when the same step waits another time.</summary>
    public required DateTimeOffset WaitingSince { get; init; }

    /// <summary>The channel that the link went to.</summary>
    public required string Channel { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public string? UsedBy { get; set; }
}
