namespace Cutover.Engine.Views;

/// <summary>What came back from one call for a change.</summary>
/// <param name="Sequence">Number of the decision that took it in.</param>
/// <param name="Event">For example "change failed".</param>
/// <param name="Error">What Route 53 said, or what kept it from answering; null where nothing went wrong.</param>
public sealed record ChangeOutcomeView(long Sequence, DateTimeOffset At, string Event, string? Error);
