using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>How the data of one period become one number.</summary>
/// <param name="Name">As it was asked for: Sum, Average, Minimum, Maximum, SampleCount, or p and a percentage.</param>
internal sealed partial record Statistic(string Name)
{
    internal static Statistic? TryParse(string name) =>
        name is "Sum" or "Average" or "Minimum" or "Maximum" or "SampleCount" || PercentileName().IsMatch(name) ? new(name) : null;

    internal bool IsPercentile => Name[0] == 'p';

    /// <summary>
    /// The number for these data, at least one; null when they cannot give it, as statistic sets cannot give a percentile.
    /// </summary>
    internal double? Of(IReadOnlyList<Sample> samples)
    {
        var all = samples.Select(sample => sample.Statistics).Aggregate(StatisticSet.Merge);
        return Name switch
        {
            "Sum" => all.Sum,
            "Average" => all.Sum / all.SampleCount,
            "Minimum" => all.Minimum,
            "Maximum" => all.Maximum,
            "SampleCount" => all.SampleCount,
            _ => Percentile.Of(double.Parse(Name.AsSpan(1), CultureInfo.InvariantCulture) / 100, samples),
        };
    }

    [GeneratedRegex(@"^p(100|\d{1,2}(\.\d{1,10})?)$")]
    private static partial Regex PercentileName();
}
