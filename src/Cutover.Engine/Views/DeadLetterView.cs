namespace Cutover.Engine.Views;

/// <summary>A message that is not tried any more.</summary>
/// <param name="MessageId">The id that the receiver would have seen.</param>
/// <param name="Run">Null for a test.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="Failure">Why its latest try failed, without a secret.</param>
public sealed record DeadLetterView(
    long Id,
    string MessageId,
    string Channel,
    string Event,
    long? Run,
    string? Playbook,
    string Title,
    string Words,
    DateTimeOffset CreatedAt,
    DateTimeOffset DiedAt,
    int Attempts,
    string Failure);
