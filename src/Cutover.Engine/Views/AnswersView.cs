namespace Cutover.Engine.Views;

/// <summary>What a name and type is answered with before a batch and after it, in words.</summary>
public sealed record AnswersView(string Record, string Before, string After);
