using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The forms that the values of a burn have.</summary>
internal static class BurnScalars
{
    public static ScalarFormat<Share> Slo { get; } = Percentage("an SLO", "99.9 %", "99.95 %");

    public static ScalarFormat<Share> Budget { get; } = Percentage("a share of the error budget", "2 %", "0.5 %");

    public static ScalarFormat<TimeSpan> Period { get; } = new("the period of an error budget", ReadPeriod)
    {
        Examples = ["30d", "7d"],
        Schema = new JsonObject { ["type"] = "string", ["pattern"] = DurationNotation.Pattern },
    };

    private static ScalarFormat<Share> Percentage(string what, params string[] examples) => new(what, PercentageNotation.Read)
    {
        Examples = [.. examples],
        Schema = new JsonObject { ["type"] = "string", ["pattern"] = PercentageNotation.Pattern },
    };

    private static Parsed<TimeSpan> ReadPeriod(string text)
    {
        var (least, most) = BurnObjective.Periods;
        var period = DurationNotation.Read(text, most);
        return period.IsGood && period.Value < least
            ? new Fault($"\"{text}\" is shorter than {DurationNotation.Write(least)}", DurationNotation.Write(least))
            : period;
    }
}
