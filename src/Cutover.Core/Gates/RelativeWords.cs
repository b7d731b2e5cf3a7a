using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>The arithmetic of a comparison, for a person.</summary>
internal static class RelativeWords
{
    /// <summary>
    /// For example "0.62 % against 0.05 % on HAProxy; since 02:13:05 UTC ratio 5 to 31 with 95 % confidence, n = 4,812/4,790, p = 1e-9
    /// against &lt;= 1.1 x source".
    /// </summary>
    public static string Of(Gate gate, Stacks stacks, GateReadings readings, Evidence evidence)
    {
        var values = $"{Value(gate, readings.Target[^1])} against {Value(gate, readings.Source[^1])} on {stacks.Source.Name}";
        return evidence.Since is not { } since
            ? $"{values}; nothing compared with {gate.Goal} yet"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{values}; since {since.UtcDateTime:HH:mm:ss} UTC the ratio is {Text(evidence.Ratio)} "
                    + $"(n = {evidence.TargetSamples:N0}/{evidence.SourceSamples:N0}), p = {P(evidence.Test.PValue)} against {gate.Goal}");
    }

    public static string Value(Gate gate, Measurement measurement) => measurement switch
    {
        Measured m => string.Create(CultureInfo.InvariantCulture, $"{gate.Goal.Unit.Format(m.Value)} (n = {m.Samples:N0})"),
        _ => "no value",
    };

    private static string Text(Interval ratio) => (ratio.Low, ratio.High) switch
    {
        (double.NaN, _) => "not constant",
        (0, double.PositiveInfinity) => "not known",
        (0, var high) => $"at most {Figure(high)}",
        (var low, double.PositiveInfinity) => $"at least {Figure(low)}",
        var (low, high) => $"{Figure(low)} to {Figure(high)}",
    };

    private static string Figure(double value) => value.ToString(value < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);

    private static string P(double p) => p switch
    {
        1 => "1",
        0 => "0",
        >= 0.001 => p.ToString("0.###", CultureInfo.InvariantCulture),
        _ => p.ToString("0e-0", CultureInfo.InvariantCulture),
    };
}
