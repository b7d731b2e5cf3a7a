using System.Globalization;
using Cutover.Core.Statistics;

namespace Cutover.Core.Dns.Answers;

/// <summary>Numbers as people read them at night.</summary>
internal static class AnswerWords
{
    /// <summary>A share with two significant digits or one decimal: 10 %, 9.9 %, 0.39 %, 0.0012 %.</summary>
    public static string Share(double share) => Percent(share) + " %";

    public static string Range(Interval interval) => $"{Percent(interval.Low)}-{Percent(interval.High)} %";

    /// <summary>p = 1.00, p = 0.0004, p &lt; 1e-80.</summary>
    public static string PValue(double p) => p switch
    {
        0 => "p = 0",
        >= 0.01 => string.Create(CultureInfo.InvariantCulture, $"p = {p:0.00}"),
        >= 0.0001 => string.Create(CultureInfo.InvariantCulture, $"p = {p:0.0000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"p < 1e{Math.Floor(Math.Log10(p)) + 1}"),
    };

    // Neither a rare answer nor a rare exception may be rounded away: 99.97 % is not 100 %.
    private static string Percent(double share)
    {
        var percent = share * 100;
        return percent switch
        {
            0 or 100 => percent.ToString("0", CultureInfo.InvariantCulture),
            < 0.0001 => "less than 0.0001",
            < 1 => decimal.Parse(percent.ToString("E1", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0.######", CultureInfo.InvariantCulture),
            > 99 => (Math.Floor(percent * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture),
            _ => percent.ToString("0.#", CultureInfo.InvariantCulture),
        };
    }
}
