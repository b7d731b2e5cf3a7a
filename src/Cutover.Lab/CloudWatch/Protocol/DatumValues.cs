using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>The three ways a datum can hold its numbers: Value, Values with Counts, or StatisticValues; exactly one of them.</summary>
internal sealed record DatumValues(ImmutableArray<WeightedValue>? Values, StatisticSet Statistics)
{
    private const int MostValues = 150;
    private static readonly double Largest = Math.Pow(2, 360);

    internal static DatumValues Read(QueryNode datum)
    {
        var forms = (string[])["Value", "Values", "StatisticValues"];
        var given = forms.Where(form => datum.Find(form) is not null).ToList();
        return given switch
        {
            [] => throw new RefusedException(CloudWatchError.Missing($"{datum.Path}.Value, Values or StatisticValues")),
            ["Value"] => Of([new(Finite(datum.Section("Value")), 1)]),
            ["Values"] => Of(Counted(datum)),
            ["StatisticValues"] => new(null, Set(datum.Section("StatisticValues"))),
            _ => throw new RefusedException(CloudWatchError.InvalidCombination(
                $"The parameters {string.Join(" and ", given.Select(datum.Name))} are mutually exclusive and you have specified both.")),
        };
    }

    private static DatumValues Of(ImmutableArray<WeightedValue> values) => new(values, StatisticSet.Of(values));

    private static ImmutableArray<WeightedValue> Counted(QueryNode datum)
    {
        var values = datum.Members("Values");
        var counts = datum.Members("Counts");
        if (values.Count is 0 or > MostValues)
        {
            throw new RefusedException(CloudWatchError.InvalidValue(
                $"The collection {datum.Name("Values")} must have 1 to {MostValues} members."));
        }

        if (counts.Count > 0 && counts.Count != values.Count)
        {
            throw new RefusedException(CloudWatchError.InvalidValue(
                $"The collections {datum.Name("Values")} and {datum.Name("Counts")} must be of the same size."));
        }

        return [.. values.Select((value, at) => new WeightedValue(Finite(value), counts.Count == 0 ? 1 : Positive(counts[at])))];
    }

    private static StatisticSet Set(QueryNode node)
    {
        var count = Positive(node.Section("SampleCount"));
        var set = new StatisticSet(count, Finite(node.Section("Sum")), Finite(node.Section("Minimum")), Finite(node.Section("Maximum")));
        return set.Minimum <= set.Maximum
            ? set
            : throw new RefusedException(CloudWatchError.InvalidValue($"{node.Name("Minimum")} must not be greater than Maximum."));
    }

    private static double Positive(QueryNode node)
    {
        var number = Finite(node);
        return number > 0
            ? number
            : throw new RefusedException(CloudWatchError.InvalidValue($"The value for parameter {node.Path} must be greater than 0."));
    }

    private static double Finite(QueryNode node)
    {
        var number = node.AsNumber();
        return Math.Abs(number) <= Largest
            ? number
            : throw new RefusedException(CloudWatchError.InvalidValue(
                $"The value {QueryAnswer.Text(number)} for parameter {node.Path} is not supported: it must lie within -2^360 and 2^360."));
    }
}
