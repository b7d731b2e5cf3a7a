using System.Collections.Immutable;
using Cutover.Core.Runs;

namespace Cutover.Core.Notifications;

public static class NotificationEventExtensions
{
    /// <summary>Every event that a channel can be told of, in the order of a run.</summary>
    public static ImmutableArray<NotificationEvent> OfRuns { get; } =
        [.. Enum.GetValues<NotificationEvent>().Where(happened => happened != NotificationEvent.Test)];

    /// <summary>The word for it in playbooks, settings and messages.</summary>
    public static string Keyword(this NotificationEvent happened) => happened switch
    {
        NotificationEvent.Started => "started",
        NotificationEvent.Advanced => "advanced",
        NotificationEvent.ApprovalNeeded => "approval-needed",
        NotificationEvent.Held => "held",
        NotificationEvent.Drifted => "drifted",
        NotificationEvent.Resumed => "resumed",
        NotificationEvent.Warning => "warning",
        NotificationEvent.RollingBack => "rolling-back",
        NotificationEvent.RollbackAsked => "rollback-asked",
        NotificationEvent.RollbackStuck => "rollback-stuck",
        NotificationEvent.RolledBack => "rolled-back",
        NotificationEvent.Completed => "completed",
        NotificationEvent.Abandoned => "abandoned",
        NotificationEvent.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "not an event"),
    };

    /// <summary>How loud it is.</summary>
    public static Severity Severity(this NotificationEvent happened) => happened switch
    {
        NotificationEvent.ApprovalNeeded or NotificationEvent.Held or NotificationEvent.Drifted or NotificationEvent.Warning
            or NotificationEvent.RollbackAsked => Runs.Severity.Warning,
        NotificationEvent.RollingBack or NotificationEvent.RollbackStuck or NotificationEvent.RolledBack
            or NotificationEvent.Abandoned => Runs.Severity.Critical,
        _ => Runs.Severity.Info,
    };
}
