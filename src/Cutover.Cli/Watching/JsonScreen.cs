using Cutover.Cli.Problems;
using Cutover.Cli.Terminal;

namespace Cutover.Cli.Watching;

/// <summary>A watch for programs: a <see cref="WatchLine"/> for everything that happens.</summary>
internal sealed class JsonScreen(Output output) : IWatchScreen
{
    private bool lost;

    public void Show(RunReading reading)
    {
        var id = reading.Run.Summary.Id;
        if (reading.IsFirst)
        {
            Output.Data(new WatchLine("run", id, Run: reading.Run));
        }

        foreach (var decision in reading.News)
        {
            Output.Data(new WatchLine("decision", id, Decision: decision));
        }

        if (!reading.Run.Summary.IsOpen)
        {
            Output.Data(new WatchLine("ended", id, Run: reading.Run));
        }
    }

    public void Tick()
    {
        // A program has a clock of its own.
    }

    public void Lost(CommandProblem problem, TimeSpan again)
    {
        if (!lost)
        {
            output.Fail(problem);
            lost = true;
        }
    }

    public void Back()
    {
        output.Notice("the host answers again");
        lost = false;
    }
}
