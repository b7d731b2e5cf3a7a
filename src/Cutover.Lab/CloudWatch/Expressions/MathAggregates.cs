using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>
/// SUM, AVG, MIN and MAX: one series becomes a scalar; an array becomes a series, with an entry wherever one of its members has one.
/// In an array AVG counts the missing members as 0, as is documented; MIN and MAX look at those present.
/// </summary>
internal static class MathAggregates
{
    internal static MathValue Of(string function, MathValue argument) => argument switch
    {
        MathValue.One one => new MathValue.Scalar(Reduce(function, [.. one.Series.Points.Values], one.Series.Points.Count)),
        MathValue.Many many => MathValue.Of(Across(function, many)),
        _ => throw new RefusedException(CloudWatchError.Validation($"The function {function} does not support a number as its argument.")),
    };

    private static Series Across(string function, MathValue.Many many)
    {
        var points =
            from point in many.Lines.SelectMany(line => line.Series.Points)
            group point.Value by point.Key into instant
            select KeyValuePair.Create(instant.Key, Reduce(function, [.. instant], many.Lines.Length));
        return Series.Of(many.Lines[0].Series.Period, points);
    }

    private static double Reduce(string function, double[] values, int members) => (function, values.Length) switch
    {
        ("SUM", _) => values.Sum(),
        (_, 0) => double.NaN,
        ("AVG", _) => values.Sum() / members,
        ("MIN", _) => values.Min(),
        _ => values.Max(),
    };
}
