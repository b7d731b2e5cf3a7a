namespace Cutover.Engine.Views;

/// <summary>What a person wrote on a run.</summary>
/// <param name="After">Number of the decision that it stands after.</param>
/// <param name="Text">Plain text.</param>
public sealed record CommentView(long Id, long RunId, long After, DateTimeOffset At, string Who, string Text);
