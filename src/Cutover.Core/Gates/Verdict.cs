namespace Cutover.Core.Gates;

/// <summary>What a gate says about a stack. Only <see cref="Passed"/> is a pass.</summary>
public enum Verdict
{
    /// <summary>Not enough data, or none.</summary>
    Inconclusive,

    Passed,

    Failed,

    /// <summary>The measurement could not be taken.</summary>
    Errored,
}
