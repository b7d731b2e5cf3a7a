using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Terminal;

/// <summary>Tables as every command draws them: without frames, so that their text can be cut and searched.</summary>
internal static class Tables
{
    public static Table Of(params ReadOnlySpan<string> headings)
    {
        var table = new Table { Border = TableBorder.None, UseSafeBorder = true };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, Looks.Quiet)) { Padding = new Padding(0, 0, 2, 0) });
        }

        return table;
    }

    public static IRenderable Cell(string text, Style? style = null) => new Text(Figures.OneLine(text), style);
}
