using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Cli.Runs;
using Cutover.Cli.Terminal;
using Cutover.Engine.Views;

namespace Cutover.Cli.Watching;

/// <summary>A watch for logs: one line for every notable decision.</summary>
internal sealed class LineScreen(Output output, HostAddress host) : IWatchScreen
{
    private bool lost;

    public void Show(RunReading reading)
    {
        if (reading.IsFirst)
        {
            Console.Out.WriteLine(RunLine.Of(reading.Run.Summary));
            Counted(reading.Run);
        }

        foreach (var decision in reading.News)
        {
            Console.Out.WriteLine(DecisionText.Line(decision));
        }

        if (!reading.Run.Summary.IsOpen && !reading.IsFirst)
        {
            Console.Out.WriteLine(RunLine.Of(reading.Run.Summary));
            Counted(reading.Run);
        }
    }

    public void Tick()
    {
        // Nothing happened, and a log says nothing about it.
    }

    public void Lost(CommandProblem problem, TimeSpan again)
    {
        if (!lost)
        {
            output.Notice($"The host at {host} does not answer ({problem.Detail}); the run is watched again as soon as it does.");
            lost = true;
        }
    }

    public void Back()
    {
        output.Notice($"The host at {host} answers again.");
        lost = false;
    }

    private static void Counted(RunView run)
    {
        foreach (var words in run.Connections?.Words ?? [])
        {
            Console.Out.WriteLine(Figures.OneLine(words));
        }
    }
}
