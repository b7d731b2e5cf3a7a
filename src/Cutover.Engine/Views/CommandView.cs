namespace Cutover.Engine.Views;

/// <summary>Something that a decision asked to be done.</summary>
/// <param name="Words">The call, with its subject.</param>
/// <param name="DoneAt">When the decision on its outcome was made, or when it was given up; null while it is under way.</param>
public sealed record CommandView(string Words, DateTimeOffset IssuedAt, DateTimeOffset? DoneAt);
