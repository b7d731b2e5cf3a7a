namespace Cutover.Core.Notifications;

/// <summary>What people outside of the dashboard can be told of a run. Closed: these are all there are.</summary>
public enum NotificationEvent
{
    /// <summary>A run was started.</summary>
    Started,

    /// <summary>A step began: its weights are being asked for.</summary>
    Advanced,

    /// <summary>The next step waits for a person.</summary>
    ApprovalNeeded,

    /// <summary>The run stopped advancing, by itself or because a person paused it.</summary>
    Held,

    /// <summary>The zone does not hold what was applied.</summary>
    Drifted,

    /// <summary>A hold has ended.</summary>
    Resumed,

    /// <summary>Something the machine saw and goes on with, such as a gate's alarm.</summary>
    Warning,

    /// <summary>The run goes back by itself.</summary>
    RollingBack,

    /// <summary>The run goes back because a person asked for it, or broke the glass.</summary>
    RollbackAsked,

    /// <summary>The way back cannot be finished, or not even begun, as things are.</summary>
    RollbackStuck,

    /// <summary>The initial weights are in force again.</summary>
    RolledBack,

    /// <summary>The last step passed.</summary>
    Completed,

    /// <summary>A person gave the run up; nobody guards the weights.</summary>
    Abandoned,

    /// <summary>No event of a run: an admin tries a channel.</summary>
    Test,
}
