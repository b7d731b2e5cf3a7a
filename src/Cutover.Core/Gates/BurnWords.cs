using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>How an error budget burns, for a person.</summary>
internal static class BurnWords
{
    /// <summary>
    /// For example "burns the 30-day budget 16.2x over 1 h and 18x over 5 min (14.4x fails), 583 of 36,000 handshakes failed, 0.07 % of the
    /// budget spent (2 % allowed)".
    /// </summary>
    public static string Of(BurnLook look)
    {
        var pair = look.Failing ?? look.Burning(inBoth: true) ?? BurnWindows.Fast;
        var all = look.Counts.Over(pair.Whole);
        return look.Counts.Looks == 0
            ? $"nothing counted for the {Period(look)} budget yet"
            : $"burns the {Period(look)} budget {Windows(look, pair)} ({Times(pair.Factor)} fails), {Counted(look.Gate, all.Events)}"
                + (look.IsTarget ? $", {Percent(look.Spent)} of the budget spent{Allowed(look)}" : string.Empty);
    }

    /// <summary>For example "this run spent 2.3 % of the 30-day error budget, 2 % allowed (burn 15x over 65 min, 312 of 20,800 …)".</summary>
    public static string Overspent(BurnLook look) =>
        $"this run spent {Percent(look.Spent)} of the {Period(look)} error budget, {BurnObjective.Percent(look.Goal.Budget!.Value)} allowed "
        + $"(burn {Times(look.SpentBurn)} over {Time(look.Counts.Observed)}, {Counted(look.Gate, look.Counts.Spent)})";

    /// <summary>Why a pass would mean nothing yet.</summary>
    public static string Blind(BurnLook look)
    {
        var (factor, rate) = (BurnWindows.Fast.Factor, look.Goal.ErrorRate);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"too few to tell {Times(factor)} from the SLO: about {Round(BurnTest.Needed(rate, factor, look.Counts.Looks)):N0} are needed");
    }

    /// <summary>The burn that both windows of a pair have at least; null without events.</summary>
    public static double? Least(BurnLook look, BurnWindows pair) =>
        look.Counts.Over(pair.Whole).Burn(look.Goal.ErrorRate) is not { } all ? null
        : look.Counts.Over(pair.Latest).Burn(look.Goal.ErrorRate) is { } latest ? Math.Round(Math.Min(all, latest), 3)
        : 0;

    private static string Windows(BurnLook look, BurnWindows pair)
    {
        var (all, latest) = (look.Counts.Over(pair.Whole), look.Counts.Over(pair.Latest));
        var one = $"{Burn(look, all)} over {Span(all)}";
        return all.Seen <= latest.Seen ? one : $"{one} and {Burn(look, latest)} over {Span(latest)}";
    }

    private static string Burn(BurnLook look, BurnWindow window) =>
        window.Burn(look.Goal.ErrorRate) is { } burn ? Times(burn) : "by nothing";

    private static string Span(BurnWindow window) => window.Seen < window.Asked ? $"the {Time(window.Seen)} so far" : Time(window.Asked);

    private static string Allowed(BurnLook look) =>
        look.Goal.Budget is { } most ? $" ({BurnObjective.Percent(most)} allowed)" : string.Empty;

    private static string Counted(Gate gate, Tally events)
    {
        var (bad, all) = (events.Events.ToString("N0", CultureInfo.InvariantCulture), events.Exposure.ToString("N0", CultureInfo.InvariantCulture));
        return gate.Source switch
        {
            WebSocketProbe { Measure: ProbeMeasure.HeldDropRate } => $"{bad} drops in {all} connection-minutes",
            WebSocketProbe => $"{bad} of {all} handshakes failed",
            StackStatistic statistic => $"{bad} {statistic.Measure.Keyword()} of {all} upgrades",
            CloudWatchSource series => $"{bad} {series.Label} of {all} {series.TrafficLabel}",
            _ => $"{bad} of {all} failed",
        };
    }

    private static string Period(BurnLook look) => string.Create(CultureInfo.InvariantCulture, $"{look.Goal.Over.TotalDays:0.##}-day");

    private static string Times(double burn) => ObjectiveUnit.Burn.Format(burn);

    private static string Percent(double share) => (100 * share) switch
    {
        0 => "0 %",
        < 0.001 => "less than 0.001 %",
        var percent => percent.ToString(percent < 0.1 ? "0.###" : percent < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + " %",
    };

    private static string Time(TimeSpan span) => span switch
    {
        { TotalHours: >= 2 } or { TotalHours: 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
    };

    // Two digits are enough to know how long to wait.
    private static double Round(double count)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(count)) - 1));
        return Math.Ceiling(count / unit) * unit;
    }
}
