namespace Cutover.Engine.Storage;

/// <summary>A link by which a person sets a password, once. Its code is not kept.</summary>
public sealed class InvitationRecord
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Whose password it sets; null for that of the first admin, who does not exist yet.</summary>
    public long? AccountId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or replaced by another one. Of two that use it at the same moment, the database refuses one by this.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
