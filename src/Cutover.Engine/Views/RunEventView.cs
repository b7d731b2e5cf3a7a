using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>A decision of a run, as the event streams tell it.</summary>
/// <param name="Event">The kind of event, for example "gate judged".</param>
/// <param name="Who">The person who asked, where one did.</param>
/// <param name="Step">Counted from 1; 0 before the first.</param>
/// <param name="IsNotable">False for the heartbeat between the decisions that a person looks for.</param>
public sealed record RunEventView(
    long RunId,
    long Sequence,
    DateTimeOffset At,
    string Event,
    string? Who,
    RunPhase Phase,
    int Step,
    string Reason,
    bool Refused,
    bool IsNotable)
{
    public static RunEventView Of(long run, DecisionView decision) => new(
        run,
        decision.Sequence,
        decision.At,
        decision.Event,
        decision.Who,
        decision.Phase,
        decision.Step,
        decision.Reason,
        decision.Refused,
        decision.IsNotable);
}
