using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>Decisions on a terminal: long reasons are wrapped beside their heads.</summary>
internal static class DecisionTable
{
    /// <param name="moment">How the time of a decision is written.</param>
    public static Table Of(IEnumerable<DecisionView> decisions, Func<DateTimeOffset, string> moment)
    {
        var table = Tables.Of("AT", "NO", "STEP", "PHASE", "DECISION").HideHeaders();
        foreach (var decision in decisions)
        {
            table.AddRow(
                Tables.Cell(moment(decision.At), Looks.Quiet),
                Tables.Cell(FormattableString.Invariant($"#{decision.Sequence}"), Looks.Quiet),
                Tables.Cell(FormattableString.Invariant($"step {decision.Step}")),
                Tables.Cell(decision.Phase.ToString(), decision.Refused ? Looks.Waiting : Looks.Of(decision.Phase)),
                Tables.Cell(DecisionText.Body(decision)));
        }

        foreach (var column in table.Columns.Take(4))
        {
            column.NoWrap();
        }

        return table;
    }
}
