using System.Globalization;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>
/// HAProxy's statistics as CSV: the header begins with "# pxname", and every line, the header's too, ends in a comma. Columns are found by
/// name: each version has more of them, and not always at the end.
/// </summary>
internal static class HaproxyTable
{
    private const string Mark = "# pxname,";

    /// <exception cref="InvalidDataException">The text is something else.</exception>
    public static IReadOnlyList<HaproxyRow> Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = Array.FindIndex(lines, line => line.StartsWith(Mark, StringComparison.Ordinal));
        if (header < 0)
        {
            throw new InvalidDataException("the answer is not HAProxy's statistics as CSV (is ;csv missing in the URL?)");
        }

        var names = Split(lines[header][2..]);
        var (proxy, server) = (names.IndexOf("pxname"), names.IndexOf("svname"));
        return [.. lines[(header + 1)..]
            .Select(Split)
            .Where(cells => cells.Count > server)
            .Select(cells => new HaproxyRow(cells[proxy], cells[server], Numbers(names, cells)))];
    }

    private static Dictionary<string, long> Numbers(List<string> names, List<string> cells)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var column = 0; column < Math.Min(names.Count, cells.Count); column++)
        {
            if (long.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers[names[column]] = number;
            }
        }

        return numbers;
    }

    // Free text (a check's last answer, a description) stands in quotes when it has to, and may hold commas.
    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        for (var at = 0; at < line.Length;)
        {
            var quoted = line[at] == '"';
            var end = quoted ? EndOfQuote(line, at) : line.IndexOf(',', at);
            end = end < 0 ? line.Length : end;
            cells.Add(quoted ? line[(at + 1)..Math.Max(at + 1, end - 1)].Replace("\"\"", "\"", StringComparison.Ordinal) : line[at..end]);
            at = end + 1;
        }

        return cells;
    }

    private static int EndOfQuote(string line, int at)
    {
        var close = line.IndexOf('"', at + 1);
        while (close >= 0 && close + 1 < line.Length && line[close + 1] == '"')
        {
            close = line.IndexOf('"', close + 2);
        }

        return close < 0 ? -1 : line.IndexOf(',', close);
    }
}
