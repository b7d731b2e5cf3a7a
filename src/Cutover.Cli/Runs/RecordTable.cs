using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>The pairs of a run with their weights, source/target.</summary>
internal static class RecordTable
{
    public static Table Of(IEnumerable<RecordView> records, string target)
    {
        var table = Tables.Of("RECORD", "BEFORE", "NOW", $"SHARE OF {Figures.OneLine(target)}");
        foreach (var record in records)
        {
            table.AddRow(
                Tables.Cell(record.Record),
                Tables.Cell(record.Initial),
                Tables.Cell(record.Applied, Looks.Heading),
                Tables.Cell(Figures.Share(record.AppliedShare)));
        }

        return table;
    }
}
