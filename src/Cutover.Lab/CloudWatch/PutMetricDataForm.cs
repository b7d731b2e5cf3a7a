using System.Globalization;

namespace Cutover.Lab.CloudWatch;

/// <summary>Metric data as the form fields of PutMetricData.</summary>
internal static class PutMetricDataForm
{
    // 150 values in one datum is the service's limit; 50 such data stay under its one megabyte for a call.
    private const int MostValues = 150;
    private const int MostData = 50;

    internal static IEnumerable<IReadOnlyList<MetricDatum>> Batches(IEnumerable<MetricDatum> data) =>
        data.SelectMany(Split).Chunk(MostData);

    internal static IEnumerable<KeyValuePair<string, string>> Fields(string @namespace, IReadOnlyList<MetricDatum> data)
    {
        KeyValuePair<string, string>[] head =
            [new("Action", "PutMetricData"), new("Version", "2010-08-01"), new("Namespace", @namespace)];
        return head.Concat(data.SelectMany((datum, at) => Datum($"MetricData.member.{at + 1}", datum)));
    }

    private static IEnumerable<MetricDatum> Split(MetricDatum datum) =>
        datum.Values.Distinct().Chunk(MostValues).Select(few => datum with { Values = [.. datum.Values.Where(few.ToHashSet().Contains)] });

    private static IEnumerable<KeyValuePair<string, string>> Datum(string path, MetricDatum datum)
    {
        yield return new($"{path}.MetricName", datum.Name);
        yield return new($"{path}.Unit", datum.Unit);
        yield return new($"{path}.StorageResolution", datum.HighResolution ? "1" : "60");
        yield return new(
            $"{path}.Timestamp", datum.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        foreach (var field in Dimensions(path, datum).Concat(Values(path, datum)))
        {
            yield return field;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Dimensions(string path, MetricDatum datum) =>
        datum.Dimensions.SelectMany((pair, at) => (KeyValuePair<string, string>[])
        [
            new($"{path}.Dimensions.member.{at + 1}.Name", pair.Key),
            new($"{path}.Dimensions.member.{at + 1}.Value", pair.Value),
        ]);

    private static IEnumerable<KeyValuePair<string, string>> Values(string path, MetricDatum datum) =>
        datum.Values.CountBy(value => value).SelectMany((counted, at) => (KeyValuePair<string, string>[])
        [
            new($"{path}.Values.member.{at + 1}", counted.Key.ToString("R", CultureInfo.InvariantCulture)),
            new($"{path}.Counts.member.{at + 1}", counted.Value.ToString(CultureInfo.InvariantCulture)),
        ]);
}
