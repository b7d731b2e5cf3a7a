namespace Cutover.Core.Runs;

/// <summary>What a person can ask of a run.</summary>
public enum OperatorAct
{
    /// <summary>Stop advancing; the gates go on guarding.</summary>
    Pause,

    /// <summary>Advance again.</summary>
    Resume,

    /// <summary>Let the next step begin.</summary>
    Approve,

    /// <summary>End the bake early; the gates must still pass.</summary>
    Skip,

    /// <summary>Go to the weights of the step before and hold there.</summary>
    StepBack,

    /// <summary>Restore the initial weights.</summary>
    RollBack,

    /// <summary>Take the weights that someone else wrote for what is applied.</summary>
    Adopt,

    /// <summary>Write what was last applied over what someone else wrote, as it was shown.</summary>
    Restore,

    /// <summary>End the run and leave the weights as they are.</summary>
    Abandon,
}
