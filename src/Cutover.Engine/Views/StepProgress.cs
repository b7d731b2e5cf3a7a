namespace Cutover.Engine.Views;

/// <summary>How far a run has come with a step.</summary>
public enum StepProgress
{
    Ahead,
    Current,
    Passed,

    /// <summary>Was reached, and the run went back or was abandoned.</summary>
    Undone,
}
