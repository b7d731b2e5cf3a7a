using System.Collections.Immutable;
using System.Xml.Linq;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Metrics as they stand in answers.</summary>
internal static class MetricXml
{
    internal static XElement Metric(MetricKey key) => QueryAnswer.Element(
        "Metric",
        QueryAnswer.Element("Namespace", key.Namespace),
        QueryAnswer.Element("MetricName", key.Name),
        Dimensions(key.Dimensions));

    internal static XElement Dimensions(ImmutableSortedDictionary<string, string> dimensions) => QueryAnswer.List(
        "Dimensions",
        dimensions.Select(pair => QueryAnswer.Element(
            "Dimension", QueryAnswer.Element("Name", pair.Key), QueryAnswer.Element("Value", pair.Value))));
}
