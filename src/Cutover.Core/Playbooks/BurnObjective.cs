using System.Globalization;
using System.Text.Json.Serialization;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks;

/// <summary>
/// An error budget that must not burn too fast: burn = error rate / (1 − SLO), so that a burn of 1 spends the whole budget in exactly the
/// period. Google, The Site Reliability Workbook (2018), chapter 5, "Multiwindow, Multi-Burn-Rate Alerts".
/// </summary>
/// <param name="Slo">The share of events that must be good, in percent: <see cref="LeastSlo"/> to <see cref="MostSlo"/>.</param>
/// <param name="Over">The period that the budget is for: 1 to 90 days.</param>
/// <param name="Budget">The share of the period's budget that one run may spend, in percent, above 0; null for no such cap.</param>
public sealed record BurnObjective(decimal Slo, TimeSpan Over, decimal? Budget) : Goal(Comparison.Less, ObjectiveUnit.Burn)
{
    /// <summary>Below it a stack that fails altogether burns less than 20 times, too near to what fails a gate.</summary>
    public const decimal LeastSlo = 95;

    public const decimal MostSlo = 99.9999m;

    /// <summary>The shortest and the longest period.</summary>
    public static (TimeSpan Least, TimeSpan Most) Periods { get; } = (TimeSpan.FromDays(1), TimeSpan.FromDays(90));

    /// <summary>The share of events that may fail, 0 to 1.</summary>
    [JsonIgnore]
    public double ErrorRate => (double)(100 - Slo) / 100;

    /// <summary>The period's budget that is spent, 0 and up, by so much burn over so long.</summary>
    public double Spent(double burn, TimeSpan time) => burn * (time / Over);

    public override string ToString()
    {
        var budget = Budget is { } most ? $", budget {Percent(most)}" : string.Empty;
        return $"burn < {Unit.Format(BurnWindows.Fast.Factor)} of {Percent(Slo)} over {DurationNotation.Write(Over)}{budget}";
    }

    /// <summary>A percentage with all its digits: 99.9999 % is not 100 %.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
