namespace Cutover.Core.Auditing;

/// <summary>Checks the audit row by row. Immutable: each row gives the chain that the next one is checked against.</summary>
/// <param name="Rows">How many rows were good.</param>
/// <param name="Head">The hash of the latest of them.</param>
/// <param name="IsExpectedSeen">A row had the hash that the chain is expected to contain.</param>
public sealed record AuditChain(long Rows, string Head, bool IsExpectedSeen)
{
    public static AuditChain Empty { get; } = new(0, AuditHash.Beginning, false);

    /// <summary>The first thing that is wrong with the next row; null when nothing is.</summary>
    public AuditFault? Fault(AuditEntry next) => next switch
    {
        _ when next.Sequence != Rows + 1 && next.Sequence > Rows => new AuditFault(
            Rows + 1, FormattableString.Invariant($"row {Rows + 1} is missing: row {next.Sequence} comes next")),
        _ when next.Sequence != Rows + 1 => new AuditFault(next.Sequence, "its number was there before"),
        _ when !next.Previous.Equals(Head, StringComparison.Ordinal) => new AuditFault(
            next.Sequence, "it does not follow the row before, whose hash it does not have"),
        _ when !next.Hash.Equals(AuditHash.Of(next), StringComparison.Ordinal) => new AuditFault(
            next.Sequence, "its content is not what its hash was made of"),
        _ => null,
    };

    /// <summary>The chain with a row that has no fault.</summary>
    /// <param name="expected">A head that was printed earlier; null without one.</param>
    public AuditChain With(AuditEntry next, string? expected) =>
        new(next.Sequence, next.Hash, IsExpectedSeen || next.Hash.Equals(expected, StringComparison.OrdinalIgnoreCase));
}
