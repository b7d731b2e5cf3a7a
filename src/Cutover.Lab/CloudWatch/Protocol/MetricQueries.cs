using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Cutover.Lab.CloudWatch.Expressions;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Reads MetricDataQueries.</summary>
internal static partial class MetricQueries
{
    private const int MostQueries = 500;

    internal static ImmutableArray<MetricQuery> Read(QueryNode request)
    {
        var members = request.Members("MetricDataQueries");
        if (members.Count is 0 or > MostQueries)
        {
            throw new RefusedException(members.Count == 0
                ? CloudWatchError.Missing("MetricDataQueries")
                : CloudWatchError.Validation($"The collection MetricDataQueries must not have a size greater than {MostQueries}."));
        }

        ImmutableArray<MetricQuery> queries = [.. members.Select(Query)];
        var twice = queries.GroupBy(query => query.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? queries
            : throw new RefusedException(CloudWatchError.Validation(
                $"The values for parameter id in MetricDataQueries are not unique: {twice.Key}."));
    }

    private static MetricQuery Query(QueryNode node)
    {
        var id = node.Bounded("Id", 255);
        if (!IdName().IsMatch(id))
        {
            throw new RefusedException(CloudWatchError.Validation(
                $"The value {id} for parameter {node.Name("Id")} must begin with a lower-case letter and hold only letters, "
                    + "digits and underscores."));
        }

        var (stat, expression) = (node.Find("MetricStat"), node.Text("Expression"));
        if (stat is null == expression is null)
        {
            throw new RefusedException(CloudWatchError.Validation($"{node.Path} must have exactly one of MetricStat and Expression."));
        }

        return new(
            id, node.Text("Label"), node.Flag("ReturnData", otherwise: true), stat is null ? null : Stat(stat), Bounded(node, expression));
    }

    private static MetricStat Stat(QueryNode node)
    {
        var metric = node.Section("Metric");
        return new(metric.Metric(metric.Namespace()), node.Period(), node.Statistic("Stat"), node.Unit());
    }

    private static string? Bounded(QueryNode node, string? expression) => expression is null or { Length: >= 1 and <= 2048 }
        ? expression
        : throw new RefusedException(CloudWatchError.Validation(
            $"The parameter {node.Name("Expression")} must be 1 to 2048 characters long."));

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]*$")]
    private static partial Regex IdName();
}
