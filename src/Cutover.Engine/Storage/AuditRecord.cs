using Cutover.Core.Auditing;

namespace Cutover.Engine.Storage;

/// <summary>A row of the audit; what its members mean says <see cref="AuditEntry"/>. The database takes no change and no deletion.</summary>
public sealed class AuditRecord
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }

    public string? Token { get; init; }

    public string? From { get; init; }

    public required string Act { get; init; }

    public long? Run { get; init; }

    public string? Playbook { get; init; }

    public string? Account { get; init; }

    public string? Why { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    public static AuditRecord Of(AuditEntry entry) => new()
    {
        Sequence = entry.Sequence,
        At = entry.At,
        Who = entry.Who,
        Token = entry.Token,
        From = entry.From,
        Act = entry.Act,
        Run = entry.Run,
        Playbook = entry.Playbook,
        Account = entry.Account,
        Why = entry.Why,
        Before = entry.Before,
        After = entry.After,
        Previous = entry.Previous,
        Hash = entry.Hash,
    };

    public AuditEntry Entry() =>
        new(Sequence, At, Who, Token, From, Act, Run, Playbook, Account, Why, Before, After, Previous, Hash);
}
