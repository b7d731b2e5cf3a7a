using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Short names of events for people.</summary>
internal static class EventNames
{
    public static string Of(RunEvent happened) => happened switch
    {
        StartedEvent => "started",
        TickedEvent => "woke up",
        TakenUpEvent => "taken up",
        ChangeAcceptedEvent => "change accepted",
        ChangePendingEvent => "change pending",
        ChangeInSyncEvent => "change in sync",
        ChangeFailedEvent => "change failed",
        ChangeUncheckedEvent => "change not checked",
        ChangeUnknownEvent => "change not known",
        GateJudgedEvent => "gate judged",
        DialsComparedEvent => "answers to probes compared",
        ZoneReadEvent => "zone read",
        ZoneUnreadEvent => "zone not read",
        AnswersObservedEvent => "answers observed",
        ConnectionsCountedEvent => "connections counted",
        OperatorAskedEvent asked => $"{asked.Act} asked",
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };
}
