namespace Cutover.Web.Components.Library;

/// <summary>What was typed in this tab and neither saved nor sent, as the browser kept it.</summary>
/// <param name="Base">The version that the text was made from; null where there was none.</param>
/// <param name="At">When it was last typed at, by the browser's clock.</param>
public sealed record Draft(string Text, int? Base, DateTimeOffset At);
