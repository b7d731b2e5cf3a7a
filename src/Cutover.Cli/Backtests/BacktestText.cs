using Cutover.Cli.Terminal;
using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Backtests;

/// <summary>What the gates would have said, as text.</summary>
internal static class BacktestText
{
    public static IRenderable Of(BacktestView backtest) => new Rows(
    [
        new Paragraph()
            .Append($"{Figures.OneLine(backtest.Playbook)}  ", Looks.Heading)
            .Append($"{Figures.Moment(backtest.From)} to {Figures.Moment(backtest.To)}"),
        .. Stop("would have held", backtest.Hold),
        .. Stop("would have been rolled back", backtest.RollBack),
        .. backtest.Changes.IsEmpty ? Array.Empty<IRenderable>() : [new Text(string.Empty), Changes(backtest)],
        .. backtest.Notes.Select(note => new Paragraph()
            .Append("not said: ", Looks.Waiting).Append(Figures.OneLine($"{note.Gate}: {note.Words}"))),
        new Text(string.Empty),
        Tables.Cell(End(backtest)),
    ]);

    private static IRenderable[] Stop(string what, BacktestStop? stop) =>
        stop is null ? [] : [Tables.Cell($"{Figures.Moment(stop.At)} {what} on {stop.Gate}: {stop.Reason}")];

    private static Table Changes(BacktestView backtest)
    {
        var table = Tables.Of("AT", "GATE", "STACK", "VERDICT", "ARITHMETIC");
        foreach (var change in backtest.Changes)
        {
            table.AddRow(
                Tables.Cell(Figures.Moment(change.At)),
                Tables.Cell(change.Gate),
                Tables.Cell(change.Stack == StackRole.Source ? backtest.SourceName : backtest.TargetName),
                change.Verdict == Verdict.Passed ? Tables.Cell("Passed") : Tables.Cell(change.Verdict.ToString(), Looks.Waiting),
                Tables.Cell(change.Words));
        }

        return table;
    }

    private static string End(BacktestView backtest) => backtest.End switch
    {
        BacktestEnd.RolledBack => $"A run would have been rolled back at {Figures.Moment(backtest.RollBack!.At)}.",
        BacktestEnd.Held => $"A run would have held at {Figures.Moment(backtest.Hold!.At)}, and not been rolled back.",
        BacktestEnd.NotJudged => "No gate could be judged.",
        _ => "No gate would have stopped a run.",
    };
}
