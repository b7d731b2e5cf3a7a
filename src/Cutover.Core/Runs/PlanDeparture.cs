namespace Cutover.Core.Runs;

/// <summary>Where a run has left what its plan says.</summary>
public enum PlanDeparture
{
    /// <summary>The weights that the run last applied are not those of the plan for its step.</summary>
    Weights,

    /// <summary>The zone holds something else than what was applied.</summary>
    Zone,

    /// <summary>Somebody cut the preflight or a bake short.</summary>
    Skipped,

    /// <summary>Somebody sent the run a step back.</summary>
    SteppedBack,

    /// <summary>Somebody took what others wrote into the zone for what is applied.</summary>
    Adopted,

    /// <summary>The run went back, or was given up.</summary>
    Ended,

    /// <summary>The newest version of the playbook has other gates.</summary>
    Gates,

    /// <summary>The playbook has a newer version.</summary>
    Version,
}
