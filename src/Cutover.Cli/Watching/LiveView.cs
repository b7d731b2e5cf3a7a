using Cutover.Cli.Runs;
using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Watching;

/// <summary>The picture of a run that is being watched on a terminal.</summary>
internal static class LiveView
{
    /// <param name="notice">Something about the connection to the host; null when all is well.</param>
    /// <param name="height">Lines of the terminal.</param>
    public static IRenderable Of(RunReading reading, string? notice, DateTimeOffset now, int height) => new Rows(
        RunText.Of(reading.Run, now),
        new Text("Last decisions", Looks.Heading),
        new Rows(reading.Recent.TakeLast(Room(reading.Run, height)).Select(DecisionText.Short)),
        Footer(reading.Run, notice));

    // What is above the decisions, the headings of its tables and the footer take about this much.
    private static int Room(RunView run, int height) =>
        Math.Clamp((height - run.Records.Length - run.Steps.Length - run.Gates.Length - 19) / 2, 3, 12);

    private static Text Footer(RunView run, string? notice) => (notice, run.Summary.IsOpen) switch
    {
        ({ } words, _) => new Text(Figures.OneLine(words), Looks.Bad),
        (_, true) => new Text("Ctrl-C stops the watching; the run goes on.", Looks.Quiet),
        _ => new Text("The run is over.", Looks.Quiet),
    };
}
