using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Runs;

/// <summary>The pairs of a run with their weights, source/target.</summary>
internal static class RecordTable
{
    public static Table Of(IEnumerable<RecordView> records, string target)
    {
        var rows = records.ToList();
        var isMoving = rows.Any(record => record.Asked != record.Applied);
        var table = Tables.Of(
            ["RECORD", "BEFORE", "NOW", .. isMoving ? ["ASKED"] : Array.Empty<string>(), $"SHARE OF {Figures.OneLine(target)}"]);
        foreach (var record in rows)
        {
            table.AddRow(
            [
                Tables.Cell(record.Record),
                Tables.Cell(record.Initial),
                Tables.Cell(record.Applied, Looks.Heading),
                .. isMoving ? [Tables.Cell(record.Asked)] : Array.Empty<IRenderable>(),
                Tables.Cell(Figures.Share(record.AppliedShare)),
            ]);
        }

        return table;
    }
}
