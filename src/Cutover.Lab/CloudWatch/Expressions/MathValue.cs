using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>What an expression comes to: AWS's S, TS and TS[].</summary>
internal abstract record MathValue
{
    internal sealed record Scalar(double Value) : MathValue;

    internal sealed record One(LabelledSeries Line) : MathValue
    {
        internal Series Series => Line.Series;
    }

    internal sealed record Many(ImmutableArray<LabelledSeries> Lines) : MathValue;

    internal static MathValue Of(Series series) => new One(new("", series));

    /// <summary>The same change to every number it holds.</summary>
    internal MathValue Select(Func<double, double> change) => this switch
    {
        Scalar scalar => new Scalar(change(scalar.Value)),
        One one => new One(one.Line with { Series = one.Series.Select(change) }),
        Many many => new Many([.. many.Lines.Select(line => line with { Series = line.Series.Select(change) })]),
        _ => throw new InvalidOperationException($"Unknown value {this}."),
    };
}
