using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Cutover.Web.Reports;

/// <summary>A report as one page that needs nothing beside it: style and pictures are in it, and no script.</summary>
public static class ReportHtml
{
    private const string Style = """
        :root { color-scheme: light dark; background: #fff; color: #16202c; --line: #d0d4da; --quiet: #5b6472; --target: #0b6bcb; --source: #8a5a00; --bad: #c6282822; --failure: #c62828; font: 15px/1.5 system-ui, sans-serif; }
        @media (prefers-color-scheme: dark) { :root { background: #0f141a; color: #e6ebf1; --line: #3a414c; --quiet: #a0a8b4; --target: #6cb2ff; --source: #e0a84a; --bad: #ff6b6b2e; --failure: #ff6b6b; } }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .9rem; }
        th, td { text-align: start; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line); }
        .scroll { overflow-x: auto; }
        td:first-child { white-space: nowrap; } td:last-child { min-width: min(16rem, 70vw); }
        figure { margin: .8rem 0; }
        figcaption, .axis { color: var(--quiet); font-size: .82rem; }
        .axis { display: flex; justify-content: space-between; }
        svg { display: block; width: 100%; height: 9rem; border: 1px solid var(--line); }
        path { fill: none; stroke-width: 2; stroke-linecap: round; vector-effect: non-scaling-stroke; }
        .asked, .target { stroke: var(--target); } .source { stroke: var(--source); stroke-dasharray: 5 4; }
        .answered { stroke: var(--source); stroke-width: 4; } .failure { stroke: var(--failure); stroke-width: 7; }
        .threshold { stroke: var(--failure); stroke-dasharray: 2 4; } .bad { fill: var(--bad); }
        pre { overflow-x: auto; border: 1px solid var(--line); padding: .8rem; font-size: .82rem; }
        @media print { body { margin: 0; max-width: none; } svg { height: 7rem; } }
        """;

    public static string Write(ImmutableArray<ReportBlock> blocks)
    {
        var title = blocks.OfType<ReportTitle>().First().Text;
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append($"<title>{Encode(title)}</title>\n<style>\n{Style}\n</style></head>\n<body>\n<main>\n");
        foreach (var block in blocks)
        {
            page.Append(Html(block)).Append('\n');
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Html(ReportBlock block) => block switch
    {
        ReportTitle title => FormattableString.Invariant($"<h{title.Level}>{Encode(title.Text)}</h{title.Level}>"),
        ReportText text => $"<p>{Encode(text.Text)}</p>",
        ReportTable table => Html(table),
        ReportChart chart => $"<figure><div class=\"axis\"><span>{Encode(chart.High)}</span></div>{chart.Svg}"
            + $"<div class=\"axis\"><span>{Encode(chart.Low)}</span></div>"
            + $"<div class=\"axis\"><span>{Encode(chart.From)}</span><span>{Encode(chart.To)}</span></div>"
            + $"<figcaption>{Encode(chart.Words)}</figcaption></figure>",
        ReportCode code => $"<pre tabindex=\"0\">{Encode(code.Text)}</pre>",
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Html(ReportTable table)
    {
        var head = table.Headings.All(string.IsNullOrEmpty) ? string.Empty : $"<tr>{Cells("th", table.Headings)}</tr>\n";
        return $"<div class=\"scroll\" tabindex=\"0\"><table>\n{head}{string.Concat(table.Rows.Select(row => $"<tr>{Cells("td", row)}</tr>\n"))}</table></div>";
    }

    private static string Cells(string element, ImmutableArray<string> cells) =>
        string.Concat(cells.Select(cell => $"<{element}>{Encode(cell)}</{element}>"));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
