using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Cutover.Web.Reports;

/// <summary>A report as Markdown with tables (GitHub's), to be pasted; charts are lines of block characters and words.</summary>
public static partial class ReportMarkdown
{
    public static string Write(ImmutableArray<ReportBlock> blocks) => string.Join("\n\n", blocks.Select(Markdown)) + "\n";

    private static string Markdown(ReportBlock block) => block switch
    {
        ReportTitle title => $"{new string('#', title.Level)} {Escape(title.Text)}",
        ReportText text => Escape(text.Text),
        ReportTable table => Markdown(table),
        ReportChart chart => $"```\n{chart.High}\n{chart.Line}\n{chart.Low}, {chart.From} to {chart.To}\n```\n\n{Escape(chart.Words)}",
        ReportCode code => Fenced(code.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Markdown(ReportTable table)
    {
        var text = new StringBuilder();
        text.Append(Row(table.Headings)).Append('\n').Append(Row([.. table.Headings.Select(_ => "---")], escape: false));
        foreach (var row in table.Rows)
        {
            text.Append('\n').Append(Row(row));
        }

        return text.ToString();
    }

    private static string Row(ImmutableArray<string> cells, bool escape = true) =>
        $"| {string.Join(" | ", cells.Select(cell => escape ? Escape(cell) : cell))} |";

    // A fence that is longer than any in the text.
    private static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, Ticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max() + 1));
        return $"{fence}yaml\n{text.TrimEnd('\n')}\n{fence}";
    }

    // On one line, with whatever Markdown or HTML would take for its own made plain.
    private static string Escape(string text) => Special().Replace(
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), match => match.Value switch
        {
            "<" => "&lt;",
            ">" => "&gt;",
            "&" => "&amp;",
            var mark => "\\" + mark,
        });

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~!&@]")]
    private static partial Regex Special();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();
}
