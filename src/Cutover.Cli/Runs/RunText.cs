using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Runs;

/// <summary>A run with everything that its page shows, but for its log.</summary>
internal static class RunText
{
    public static IRenderable Of(RunView run, DateTimeOffset now) => new Rows(
    [
        Title(run.Summary),
        .. State(run, now),
        .. run.Foreign is { } drift ? DriftTable.Of(run, drift) : [],
        .. ZoneTable.HasSomethingToSay(run) ? [new Text(string.Empty), ZoneTable.Of(run.Zones)] : Array.Empty<IRenderable>(),
        new Text(string.Empty),
        RecordTable.Of(run.Records, run.Summary.TargetName),
        new Text(string.Empty),
        StepTable.Of(run.Steps),
        new Text(string.Empty),
        GateTable.Of(run.Gates, run.Summary.SourceName, run.Summary.TargetName, now),
        new Text(string.Empty),
    ]);

    private static Paragraph Title(RunSummaryView run) => new Paragraph()
        .Append(FormattableString.Invariant($"Run {run.Id}  {Figures.OneLine(run.Playbook)}  "), Looks.Heading)
        .Append(Figures.OneLine($"{run.SourceName} → {run.TargetName}  "))
        .Append(run.Phase.ToString(), Looks.Of(run.Phase))
        .Append(FormattableString.Invariant($"  step {run.Step} of {run.Steps}, {Figures.Share(run.AskedShare)} asked"));

    private static IEnumerable<IRenderable> State(RunView run, DateTimeOffset now)
    {
        var summary = run.Summary;
        yield return Line("Now", $"{summary.Doing}{For(summary, now)}");
        if (summary.Hold is { } hold)
        {
            yield return Line("Held", $"{hold.Words} (since {Figures.Clock(hold.Since)})", Looks.Waiting);
        }
        else if (summary.Next.Length > 0)
        {
            yield return Line("Next", summary.Next);
        }

        if (run.Drift is { } drift)
        {
            yield return Line("Zone", drift, Looks.Bad);
        }

        if (run.Answers is { } answers && summary.IsOpen)
        {
            var (words, look) = AnswersText.Of(answers);
            yield return Line("DNS", $"answers {words}", look);
        }

        foreach (var (index, words) in ConnectionsText.Lines(run).Index())
        {
            yield return Line(index == 0 ? "Conns" : string.Empty, words, ConnectionsText.Look(run));
        }

        foreach (var (index, words) in (run.Survival?.Words ?? []).Index())
        {
            yield return Line(index == 0 ? "Probes" : string.Empty, words, Looks.Quiet);
        }

        if (run.RollbackReason is { } reason)
        {
            yield return Line("Back", $"because {reason}", Looks.Bad);
        }

        yield return Line("Run", Facts(run), Looks.Quiet);
    }

    private static string Facts(RunView run) =>
        $"started by {run.Summary.StartedBy} at {Figures.Moment(run.Summary.StartedAt)}; zone {run.Zone}, "
            + $"TTL {Figures.Duration(run.TtlSeconds)}, safe again about {Figures.Duration(run.TimeToSafeSeconds)} after a "
            + "rollback is decided";

    private static string For(RunSummaryView run, DateTimeOffset now) => run.EndedAt is { } ended
        ? $" (ended {Figures.Moment(ended)})"
        : $" (for {Figures.Duration((now - run.PhaseSince).TotalSeconds)})";

    private static Paragraph Line(string label, string words, Style? style = null) =>
        new Paragraph().Append($"{label,-6}", Looks.Quiet).Append(Figures.OneLine(words), style);
}
