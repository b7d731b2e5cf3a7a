namespace Cutover.Engine.Views;

/// <summary>How far a hosted zone is with what a run wants of it.</summary>
public enum ZoneStanding
{
    /// <summary>INSYNC, and nothing is under way.</summary>
    InSync,

    /// <summary>Not asked for yet: the zone before it comes first, or the run is held.</summary>
    Waiting,

    /// <summary>Route 53 is being asked.</summary>
    Asked,

    /// <summary>Route 53 did not take it; it is asked for again.</summary>
    Retrying,

    /// <summary>Accepted, and not INSYNC yet.</summary>
    Pending,

    /// <summary>Someone else changed it.</summary>
    Drifted,
}
