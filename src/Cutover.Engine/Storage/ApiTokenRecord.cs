using System.Collections.Immutable;
using Cutover.Core.Accounts;

namespace Cutover.Engine.Storage;

/// <summary>A personal API token. Its text is shown once, and not kept.</summary>
public sealed class ApiTokenRecord
{
    public long Id { get; init; }

    public required long AccountId { get; init; }

    public AccountRecord Account { get; init; } = null!;

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal: enough for 256 random bits.</summary>
    public required string Hash { get; init; }

    /// <summary>The most it may do, whatever its owner may.</summary>
    public required Role Role { get; init; }

    /// <summary>The names of its playbooks, one a line; empty for all of its owner's.</summary>
    public required string Playbooks { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public ImmutableArray<string> PlaybookNames => [.. Playbooks.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
