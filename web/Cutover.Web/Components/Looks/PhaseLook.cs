namespace Cutover.Web.Components.Looks;

/// <summary>How a phase is shown.</summary>
/// <param name="Label">In a word or three.</param>
/// <param name="Icon">SVG content.</param>
public sealed record PhaseLook(string Label, Tone Tone, string Icon);
