namespace Cutover.Bench.Detection;

/// <summary>What became of a run at the 50 % step.</summary>
internal enum Ending
{
    /// <summary>Its gates took it back.</summary>
    RolledBack,

    /// <summary>It held for a person, and went no further.</summary>
    Held,

    /// <summary>It still baked when its time was over: nothing was noticed.</summary>
    Baking,

    /// <summary>Its gates did not all pass at 50 % while nothing was wrong, so that nothing could be tried.</summary>
    NeverReady,
}
