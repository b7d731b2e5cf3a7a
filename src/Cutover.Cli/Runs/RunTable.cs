using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>Runs, one a row.</summary>
internal static class RunTable
{
    public static Table Of(IEnumerable<RunSummaryView> runs)
    {
        var table = Tables.Of("RUN", "PLAYBOOK", "PHASE", "STEP", "ASKED", "STARTED", "BY", "DOING");
        foreach (var run in runs)
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{run.Id}")),
                Tables.Cell(run.Playbook),
                Tables.Cell(
                    run.Hold is null ? run.Phase.ToString() : $"{run.Phase}, held", run.Hold is null ? Looks.Of(run.Phase) : Looks.Waiting),
                Tables.Cell(FormattableString.Invariant($"{run.Step}/{run.Steps}")),
                Tables.Cell($"{Figures.Share(run.AskedShare)} {run.TargetName}"),
                Tables.Cell(Figures.Moment(run.StartedAt)),
                Tables.Cell(run.StartedBy),
                Tables.Cell(run.Hold is { } hold ? hold.Words : run.Doing));
        }

        return table;
    }
}
