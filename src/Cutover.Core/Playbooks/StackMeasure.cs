namespace Cutover.Core.Playbooks;

/// <summary>What can be measured from a stack's own statistics.</summary>
public enum StackMeasure
{
    /// <summary>WebSockets open at the end of the window.</summary>
    OpenConnections,

    /// <summary>Upgrades answered with 101 in the window.</summary>
    Upgrades,

    /// <summary>Failures to reach a backend in the window: a count or, with a percentage, their share of the upgrades begun.</summary>
    ConnectionErrors,

    /// <summary>Answers of 500 to 599 in the window: a count or, with a percentage, their share of the upgrades begun.</summary>
    Responses5xx,

    /// <summary>
    /// Open connections that went away together because a backend died under them, in the window. When it was killed, no counter shows it.
    /// </summary>
    LostConnections,
}
