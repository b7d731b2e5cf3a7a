namespace Cutover.Core.Playbooks.Versions;

/// <summary>A line of a comparison of two texts.</summary>
/// <param name="Before">Its number in the first text, from 1; null where it was added.</param>
/// <param name="After">Its number in the second text, from 1; null where it was removed.</param>
public sealed record DiffLine(LineChange Change, int? Before, int? After, string Text);
