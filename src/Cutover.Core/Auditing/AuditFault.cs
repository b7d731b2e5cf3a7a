namespace Cutover.Core.Auditing;

/// <summary>Where the audit's chain is broken.</summary>
/// <param name="Sequence">The row.</param>
/// <param name="Why">What is wrong there, in words.</param>
public sealed record AuditFault(long Sequence, string Why);
