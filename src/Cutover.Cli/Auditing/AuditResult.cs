namespace Cutover.Cli.Auditing;

/// <summary>An audit without a fault.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Head">The hash of the latest; kept elsewhere, it proves later that nothing was taken away.</param>
internal sealed record AuditResult(long Rows, string Head);
