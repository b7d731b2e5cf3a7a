using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Runs;

/// <summary>Someone else's change of a run's zones: what differs, and what can be done about it.</summary>
internal static class DriftTable
{
    public static IEnumerable<IRenderable> Of(RunView run, DriftView drift)
    {
        if (!drift.Records.IsEmpty)
        {
            yield return Differences(drift);
        }

        foreach (var words in drift.Further)
        {
            yield return Tables.Cell($"  {words}", Looks.Bad);
        }

        foreach (var act in run.Acts.Where(act => CommandNames.OfDrift(act.Act) is not null && run.Summary.IsOpen))
        {
            yield return new Paragraph()
                .Append(
                    FormattableString.Invariant($"  cutover {CommandNames.OfDrift(act.Act)} {run.Summary.Id}  "),
                    act.Allowed ? Looks.Heading : Looks.Quiet)
                .Append(Figures.OneLine(act.Effect), act.Allowed ? Style.Plain : Looks.Quiet);
        }
    }

    private static Table Differences(DriftView drift)
    {
        var table = Tables.Of("CHANGED BY SOMEONE ELSE", "APPLIED", "FOUND");
        foreach (var record in drift.Records)
        {
            table.AddRow(Tables.Cell(record.Record), Tables.Cell(record.Applied), Tables.Cell(record.Found, Looks.Bad));
        }

        return table;
    }
}
