namespace Cutover.Web.Components.Run;

/// <summary>A reason that was being typed when the page was loaded again.</summary>
/// <param name="Path">Of the act's plain page.</param>
public sealed record KeptReason(string Path, string Text);
