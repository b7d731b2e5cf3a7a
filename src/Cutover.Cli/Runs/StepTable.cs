using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>The steps of a run or of a plan.</summary>
internal static class StepTable
{
    public static Table Of(IEnumerable<StepView> steps)
    {
        var table = Tables.Of("STEP", "SHARE", "EXACT", "WEIGHTS", "BAKE", "AT LEAST", "APPROVAL", "PROGRESS");
        foreach (var step in steps)
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{Mark(step.Progress)} {step.Number}"), Looks.Of(step.Progress)),
                Tables.Cell(step.Share),
                Tables.Cell(Figures.Share(step.ExactShare)),
                Tables.Cell(step.Weights),
                Tables.Cell(Figures.Duration(step.BakeSeconds)),
                Tables.Cell(Figures.Duration(step.HoldSeconds)),
                Tables.Cell(step.ApprovalRequired ? "needed" : "-"),
                Tables.Cell(step.Progress.ToString(), Looks.Of(step.Progress)));
        }

        return table;
    }

    private static char Mark(StepProgress progress) => progress switch
    {
        StepProgress.Current => '>',
        StepProgress.Passed => '+',
        StepProgress.Undone => 'x',
        _ => ' ',
    };
}
