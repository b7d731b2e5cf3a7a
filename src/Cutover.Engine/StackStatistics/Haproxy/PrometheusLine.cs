using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>One sample of the Prometheus text format.</summary>
internal sealed partial record PrometheusLine(string Metric, IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>Every sample of the text; comments and what cannot be read are left out.</summary>
    public static IEnumerable<PrometheusLine> Parse(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (Sample().Match(line) is { Success: true } match
                && double.TryParse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture, out var value))
            {
                var labels = Label().Matches(match.Groups[2].Value).ToDictionary(
                    label => label.Groups[1].Value, label => Unescape(label.Groups[2].Value));
                yield return new PrometheusLine(match.Groups[1].Value, labels, value);
            }
        }
    }

    private static string Unescape(string value) => value
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})? +([^ ]+)""")]
    private static partial Regex Sample();

    [GeneratedRegex(@"([a-zA-Z_][a-zA-Z0-9_]*)=""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Label();
}
