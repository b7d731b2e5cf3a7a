namespace Cutover.Engine.Decisions;

/// <summary>What a decision was about, by its event.</summary>
public enum DecisionKind
{
    /// <summary>A gate was judged, or both stacks' answers compared.</summary>
    Gates,

    /// <summary>A change of weights: accepted, pending, in sync, failed.</summary>
    Changes,

    /// <summary>A person asked, the start included.</summary>
    People,

    /// <summary>The zones were read, or could not be.</summary>
    Zones,

    /// <summary>Name servers were asked for their answers.</summary>
    Answers,
}
