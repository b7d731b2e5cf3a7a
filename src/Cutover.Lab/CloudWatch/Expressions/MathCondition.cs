using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>
/// IF: anything but 0 is true. Where a series as condition has no value, there is no result; a missing value of the true branch is 0,
/// one of the false branch drops the point.
/// </summary>
internal static class MathCondition
{
    internal static MathValue Of(MathValue condition, MathValue whenTrue, MathValue? whenFalse) => condition switch
    {
        MathValue.Scalar { Value: not 0 } => whenTrue,
        MathValue.Scalar => whenFalse ?? Empty(whenTrue),
        MathValue.One one => MathValue.Of(Series.Of(one.Series.Period, one.Series.Points.Select(point => KeyValuePair.Create(
            point.Key,
            point.Value != 0 ? At(whenTrue, point.Key) ?? 0 : At(whenFalse, point.Key) ?? double.NaN)))),
        _ => throw Unsupported(),
    };

    private static MathValue Empty(MathValue like) =>
        like is MathValue.One one ? MathValue.Of(Series.Of(one.Series.Period, [])) : throw Unsupported();

    private static double? At(MathValue? branch, DateTimeOffset at) => branch switch
    {
        null => null,
        MathValue.Scalar scalar => scalar.Value,
        MathValue.One one => one.Series.Points.TryGetValue(at, out var value) ? value : null,
        _ => throw Unsupported(),
    };

    private static RefusedException Unsupported() =>
        new(CloudWatchError.Validation(
            "IF does not support these operand types: give it single time series and numbers, at least one of them a time series."));
}
