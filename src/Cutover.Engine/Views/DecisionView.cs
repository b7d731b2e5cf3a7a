using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>A row of the decision log.</summary>
/// <param name="Event">The kind of event, for example "gate-judged".</param>
/// <param name="Who">The person who asked, where one did.</param>
/// <param name="Step">Counted from 1; 0 before the first.</param>
/// <param name="IsNotable">False for the heartbeat between the decisions that a person looks for.</param>
public sealed record DecisionView(
    long Sequence, DateTimeOffset At, string Event, string? Who, RunPhase Phase, int Step, string Reason, bool Refused, bool IsNotable);
