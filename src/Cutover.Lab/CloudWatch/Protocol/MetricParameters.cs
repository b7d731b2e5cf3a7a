using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Reads what several operations share: metrics, their dimensions, statistics and periods.</summary>
internal static class MetricParameters
{
    private const int MostDimensions = 30;

    internal static string Namespace(this QueryNode node)
    {
        var text = node.Bounded("Namespace", 255);
        return text[0] != ':'
            ? Printable(node.Name("Namespace"), text)
            : throw new RefusedException(CloudWatchError.InvalidValue(
                $"The value for parameter {node.Name("Namespace")} must not begin with a colon."));
    }

    internal static MetricKey Metric(this QueryNode node, string @namespace) =>
        new(@namespace, Printable(node.Name("MetricName"), node.Bounded("MetricName", 255)), node.Dimensions());

    internal static Statistic Statistic(this QueryNode node, string name) =>
        Metrics.Statistic.TryParse(node.Required(name))
        ?? throw new RefusedException(CloudWatchError.Validation(
            $"The value {node.Required(name)} for parameter {node.Name(name)} is not a valid statistic."));

    internal static int Period(this QueryNode node)
    {
        var seconds = node.RequiredInteger("Period");
        return Metrics.Period.IsValid(seconds)
            ? seconds
            : throw new RefusedException(CloudWatchError.Validation(
                $"The parameter {node.Name("Period")} must be 1, 5, 10, 20, 30 or a multiple of 60."));
    }

    private static ImmutableSortedDictionary<string, string> Dimensions(this QueryNode node)
    {
        var members = node.Members("Dimensions");
        if (members.Count > MostDimensions)
        {
            throw new RefusedException(CloudWatchError.InvalidValue(
                $"The collection {node.Name("Dimensions")} must not have a size greater than {MostDimensions}."));
        }

        var dimensions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var name = Printable(member.Name("Name"), member.Bounded("Name", 255));
            if (!dimensions.TryAdd(name, Printable(member.Name("Value"), member.Bounded("Value", 1024))))
            {
                throw new RefusedException(CloudWatchError.InvalidValue(
                    $"The dimension {name} of {node.Name("Dimensions")} is given twice."));
            }
        }

        return dimensions.ToImmutable();
    }

    private static string Printable(string path, string text) =>
        text.Any(char.IsControl) || string.IsNullOrWhiteSpace(text)
            ? throw new RefusedException(CloudWatchError.InvalidValue(
                $"The value for parameter {path} must not be blank or hold control characters."))
            : text;
}
