namespace Cutover.Core.Auditing;

/// <summary>One row of the audit: what somebody did. Rows are added and never changed.</summary>
/// <param name="Sequence">Counts from 1, without a gap.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The account, or the name that was given where nobody signs in.</param>
/// <param name="Token">The name of the API token it was done with; null for a session.</param>
/// <param name="From">The address it was asked from; null when it was not asked over the network.</param>
/// <param name="Act">What was done, such as "run.approve" or "account.grant".</param>
/// <param name="Run">The run it was done to.</param>
/// <param name="Playbook">The playbook it was done to, by name.</param>
/// <param name="Account">The account it was done to.</param>
/// <param name="Why">The reason that was given.</param>
/// <param name="Before">What held before, as JSON; never a secret.</param>
/// <param name="After">What held after, as JSON; never a secret.</param>
/// <param name="Previous">The hash of the row before; 64 zeros in the first.</param>
/// <param name="Hash">The hash of this row: see <see cref="AuditHash"/>.</param>
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    string Who,
    string? Token,
    string? From,
    string Act,
    long? Run,
    string? Playbook,
    string? Account,
    string? Why,
    string? Before,
    string? After,
    string Previous,
    string Hash);
