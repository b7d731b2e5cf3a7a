using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of an expression's "metrics".</summary>
internal static class MathMetricFormat
{
    private static readonly Key<string> Namespace = new("namespace", Scalars.Name, CloudWatchFormat.Namespace.About)
    {
        IsRequired = true, Example = CloudWatchFormat.Namespace.Example,
    };

    private static readonly Key<string> Metric = new("metric", Scalars.Name, CloudWatchFormat.Metric.About)
    {
        IsRequired = true, Example = CloudWatchFormat.Metric.Example,
    };

    private static readonly Key<string> Stat = new("stat", Scalars.Stat, CloudWatchFormat.Stat.About) { IsRequired = true };

    public static MappingFormat<MathMetric> Format { get; } = new(
        "a metric of an expression", [Namespace, Metric, CloudWatchFormat.Dimensions, Stat], Build);

    /// <summary>Dimensions by name.</summary>
    public static ImmutableSortedDictionary<string, string> Sorted(ImmutableArray<(string Name, Located<string>? Value)> dimensions)
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in dimensions)
        {
            sorted[name] = value?.Value ?? "";
        }

        return sorted.ToImmutable();
    }

    private static MathMetric? Build(Section section)
    {
        var (place, metric, stat) = (section.Read(Namespace), section.Read(Metric), section.Read(Stat));
        var dimensions = section.ReadOr(CloudWatchFormat.Dimensions, () => []);
        return place is null || metric is null || stat is null || dimensions is null
            ? null
            : new MathMetric(place.Value, metric.Value, Sorted(dimensions.Value), stat.Value);
    }
}
