using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>Works out one expression.</summary>
/// <param name="window">The stretch that FILL fills.</param>
/// <param name="resolve">The value of another query by its id; refuses an id that there is not.</param>
/// <param name="metrics">What METRICS() stands for: id and series of every metric in the request.</param>
internal sealed class MathEvaluator(
    QueryWindow window,
    Func<string, MathValue> resolve,
    Func<IEnumerable<(string Id, LabelledSeries Line)>> metrics)
{
    internal MathValue Evaluate(MathNode node) => node switch
    {
        MathNode.Number number => new MathValue.Scalar(number.Value),
        MathNode.Reference reference => resolve(reference.Id),
        MathNode.Negation negation => Evaluate(negation.Operand).Select(value => -value),
        MathNode.Operation operation => MathOperators.Apply(operation.Operator, Evaluate(operation.Left), Evaluate(operation.Right)),
        MathNode.Array array => Flatten(array.Items.Select(Evaluate)),
        MathNode.Call call => Call(call),
        MathNode.Text text => throw Refuse($"The text \"{text.Value}\" can stand only in METRICS()."),
        MathNode.Filler filler => throw Refuse($"{filler.Name} can stand only in FILL()."),
        _ => throw new InvalidOperationException($"Unknown node {node}."),
    };

    private MathValue Call(MathNode.Call call) => (call.Function, call.Arguments) switch
    {
        ("SUM" or "AVG" or "MIN" or "MAX", [var argument]) => MathAggregates.Of(call.Function, Evaluate(argument)),
        ("ABS", [var argument]) => Evaluate(argument).Select(Math.Abs),
        ("IF", [var condition, var yes]) => MathCondition.Of(Evaluate(condition), Evaluate(yes), null),
        ("IF", [var condition, var yes, var no]) => MathCondition.Of(Evaluate(condition), Evaluate(yes), Evaluate(no)),
        ("FILL", [var argument, var filler]) => Fill(Evaluate(argument), filler),
        ("METRICS", []) => Metrics(""),
        ("METRICS", [MathNode.Text part]) => Metrics(part.Value),
        ("SUM" or "AVG" or "MIN" or "MAX" or "ABS" or "IF" or "FILL" or "METRICS", _) =>
            throw Refuse($"The function {call.Function} does not take these {call.Arguments.Length} arguments."),
        _ => throw Refuse($"The function {call.Function} is not known."),
    };

    private MathValue Fill(MathValue argument, MathNode filler) => argument switch
    {
        MathValue.One one => new MathValue.One(one.Line with { Series = Fill(one.Series, filler) }),
        MathValue.Many many => new MathValue.Many([.. many.Lines.Select(line => line with { Series = Fill(line.Series, filler) })]),
        _ => throw Refuse("FILL takes a time series, not a number."),
    };

    private Series Fill(Series series, MathNode filler) => filler switch
    {
        MathNode.Filler { Name: "REPEAT" } => MathFill.Repeat(series, window),
        MathNode.Filler => MathFill.Linear(series, window),
        _ => Evaluate(filler) switch
        {
            MathValue.Scalar scalar => MathFill.WithValue(series, window, _ => scalar.Value),
            MathValue.One one => MathFill.WithValue(series, window, at => one.Series.Points.TryGetValue(at, out var value) ? value : null),
            _ => throw Refuse("FILL cannot fill from an array of time series."),
        },
    };

    private MathValue.Many Metrics(string part)
    {
        ImmutableArray<LabelledSeries> lines =
            [.. metrics().Where(metric => metric.Id.Contains(part, StringComparison.Ordinal)).Select(metric => metric.Line)];
        return lines.IsEmpty ? throw Refuse($"METRICS(\"{part}\") matches no metric of the request.") : new(lines);
    }

    private static MathValue.Many Flatten(IEnumerable<MathValue> items)
    {
        ImmutableArray<LabelledSeries> lines = [.. items.SelectMany(item => item switch
        {
            MathValue.One one => [one.Line],
            MathValue.Many many => many.Lines,
            _ => throw Refuse("An array can hold only time series."),
        })];
        return lines.IsEmpty ? throw Refuse("An array must hold at least one time series.") : new(lines);
    }

    private static RefusedException Refuse(string message) => new(CloudWatchError.Validation(message));
}
