namespace Cutover.Core.Gates;

/// <summary>How many dials had the same answer.</summary>
public sealed record AnswerCount(DialAnswer Answer, int Count);
