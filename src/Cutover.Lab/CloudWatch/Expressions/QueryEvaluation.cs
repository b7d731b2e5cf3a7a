using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>Works out all queries of one request, each once, whatever their order.</summary>
internal sealed class QueryEvaluation(ImmutableArray<MetricQuery> queries, QueryWindow window, Func<MetricStat, Series> read)
{
    private readonly Dictionary<string, MathValue> _done = [];
    private readonly Stack<string> _open = new();

    /// <summary>Every series of the answer. Queries that return no data are worked out as well, so that their faults show.</summary>
    internal ImmutableArray<(MetricQuery Query, LabelledSeries Line)> Answer()
    {
        foreach (var query in queries)
        {
            Value(query);
        }

        return [.. from query in queries where query.ReturnData from line in Lines(query) select (query, line)];
    }

    /// <summary>The series a query gives to the answer: one, or several when its expression gives an array.</summary>
    private ImmutableArray<LabelledSeries> Lines(MetricQuery query) => Value(query) switch
    {
        MathValue.One one => [one.Line with { Label = query.ShownLabel }],
        MathValue.Many many => [.. many.Lines.Select(line => line with { Label = $"{query.Label} {line.Label}".Trim() })],
        _ => throw Refuse(query, "The result must be a time series or an array of them, not a number."),
    };

    private MathValue Value(MetricQuery query)
    {
        if (_done.TryGetValue(query.Id, out var known))
        {
            return known;
        }

        if (_open.Contains(query.Id))
        {
            throw Refuse(query, "The expression refers to itself.");
        }

        _open.Push(query.Id);
        var value = query.Stat is { } stat ? new MathValue.One(new(query.ShownLabel, read(stat))) : Work(query);
        _open.Pop();
        _done.Add(query.Id, value);
        return value;
    }

    private MathValue Work(MetricQuery query)
    {
        try
        {
            var node = MathParser.Parse(query.Expression!);
            MathReferences.CheckPeriods(node, queries);
            return new MathEvaluator(window, Resolve, Metrics).Evaluate(node);
        }
        catch (RefusedException refused) when (!refused.Error.Message.StartsWith("Error in expression", StringComparison.Ordinal))
        {
            throw Refuse(query, refused.Error.Message);
        }
    }

    private MathValue Resolve(string id) =>
        queries.FirstOrDefault(query => query.Id == id) is { } found
            ? Value(found)
            : throw new RefusedException(CloudWatchError.Validation($"The id {id} is not known."));

    private IEnumerable<(string Id, LabelledSeries Line)> Metrics() =>
        from query in queries
        where query.Stat is not null
        select (query.Id, ((MathValue.One)Value(query)).Line);

    private static RefusedException Refuse(MetricQuery query, string message) =>
        new(CloudWatchError.Validation($"Error in expression '{query.Id}': {message}"));
}
