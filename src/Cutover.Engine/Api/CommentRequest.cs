namespace Cutover.Engine.Api;

/// <summary>POST /api/v1/runs/{id}/comments. Answers 201 with a CommentView, 404 without such a run.</summary>
/// <param name="Text">Plain text of 1 to 2,000 characters.</param>
public sealed record CommentRequest(string Text);
