namespace Cutover.Engine.Views;

/// <summary>The end of the audit.</summary>
/// <param name="Rows">The highest number that a row ever had.</param>
/// <param name="Head">The hash of the latest row.</param>
public sealed record AuditHeadView(long Rows, string Head);
