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
    [
        .. notice is null ? [] : new[] { new Text(Figures.OneLine(notice), Looks.Bad) },
        RunText.Of(reading.Run, now),
        new Text("Last decisions, newest first", Looks.Heading),
        DecisionTable.Of(reading.Recent.Reverse().Take(Room(reading.Run, height)), Figures.Clock),
        new Text(reading.Run.Summary.IsOpen ? "Ctrl-C stops the watching; the run goes on." : "The run is over.", Looks.Quiet),
    ]);

    // A picture that is too high loses its lower end, so the oldest decisions come last. Everything around them takes 19 lines
    // besides the rows of the tables, and a decision takes about two.
    private static int Room(RunView run, int height) =>
        Math.Clamp((height - run.Records.Length - run.Steps.Length - run.Gates.Length - Extra(run) - 19) / 2, 3, 12);

    // An act with its effect takes about three lines.
    private static int Extra(RunView run) =>
        (run.Foreign is { } drift ? drift.Records.Length + drift.Further.Length + 13 : 0)
            + (ZoneTable.HasSomethingToSay(run) ? run.Zones.Length + 2 : 0)
            + (run.Answers is null ? 0 : 1)
            + ConnectionsText.Lines(run).Length
            + (run.Survival?.Words.Length ?? 0);
}
