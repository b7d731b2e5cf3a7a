using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>
/// Arithmetic, comparison and logic. Between two series a value that only one of them lacks counts as 0; dividing by zero drops the point.
/// </summary>
internal static class MathOperators
{
    internal static MathValue Apply(string name, MathValue left, MathValue right) => Spread(left, right, Function(name), name);

    private static Func<double, double, double> Function(string name) => name switch
    {
        "+" => (a, b) => a + b,
        "-" => (a, b) => a - b,
        "*" => (a, b) => a * b,
        "/" => (a, b) => b == 0 ? double.NaN : a / b,
        "==" => (a, b) => Truth(a == b),
        "!=" => (a, b) => Truth(a != b),
        "<" => (a, b) => Truth(a < b),
        ">" => (a, b) => Truth(a > b),
        "<=" => (a, b) => Truth(a <= b),
        ">=" => (a, b) => Truth(a >= b),
        "AND" or "&&" => (a, b) => Truth(a != 0 && b != 0),
        "OR" or "||" => (a, b) => Truth(a != 0 || b != 0),
        _ => throw new InvalidOperationException($"The parser lets no operator {name} through."),
    };

    private static double Truth(bool value) => value ? 1 : 0;

    private static MathValue Spread(MathValue left, MathValue right, Func<double, double, double> function, string name) =>
        (left, right) switch
        {
            (MathValue.Scalar a, MathValue.Scalar b) => new MathValue.Scalar(function(a.Value, b.Value)),
            (_, MathValue.Scalar b) => left.Select(value => function(value, b.Value)),
            (MathValue.Scalar a, _) => right.Select(value => function(a.Value, value)),
            (MathValue.One a, MathValue.One b) => MathValue.Of(Join(a.Series, b.Series, function)),
            (MathValue.Many a, MathValue.One b) => Each(a, series => Join(series, b.Series, function)),
            (MathValue.One a, MathValue.Many b) => Each(b, series => Join(a.Series, series, function)),
            _ => throw new RefusedException(CloudWatchError.Validation(
                $"The operator {name} is not supported between two arrays of time series.")),
        };

    private static MathValue.Many Each(MathValue.Many many, Func<Series, Series> change) =>
        new([.. many.Lines.Select(line => line with { Series = change(line.Series) })]);

    private static Series Join(Series left, Series right, Func<double, double, double> function)
    {
        var times = left.Points.Keys.Union(right.Points.Keys);
        return Series.Of(left.Period, times.Select(at =>
            KeyValuePair.Create(at, function(left.Points.GetValueOrDefault(at), right.Points.GetValueOrDefault(at)))));
    }
}
