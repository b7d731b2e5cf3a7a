using Cutover.Cli.Problems;

namespace Cutover.Cli.Watching;

/// <summary>Shows a run that is being watched.</summary>
internal interface IWatchScreen
{
    void Show(RunReading reading);

    /// <summary>A second has passed.</summary>
    void Tick();

    /// <summary>The host does not answer.</summary>
    /// <param name="again">When it is tried again.</param>
    void Lost(CommandProblem problem, TimeSpan again);

    /// <summary>The host answers again.</summary>
    void Back();
}
