namespace Cutover.Engine.Views;

/// <summary>A version of a playbook with its text, to the letter.</summary>
public sealed record PlaybookTextView(PlaybookVersionView Version, string Text);
