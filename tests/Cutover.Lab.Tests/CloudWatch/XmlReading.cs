using System.Globalization;
using System.Xml.Linq;

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>Short ways into an answer, by local name.</summary>
internal static class XmlReading
{
    internal static IEnumerable<XElement> All(this XElement element, string name) =>
        element.Descendants().Where(inner => inner.Name.LocalName == name);

    internal static string One(this XElement element, string name) => element.All(name).First().Value;

    internal static string? Maybe(this XElement element, string name) => element.All(name).FirstOrDefault()?.Value;

    /// <summary>The results of GetMetricData in order.</summary>
    internal static IReadOnlyList<XElement> Results(this XElement answer) => [.. answer.All("MetricDataResults").Single().Elements()];

    /// <summary>The points of one result as "second after the start of the bench=value".</summary>
    internal static string Points(this XElement result) => string.Join(' ', result.All("Timestamps").Single().Elements().Zip(
        result.All("Values").Single().Elements(),
        (at, value) => $"{Seconds(at.Value)}={value.Value}"));

    private static string Seconds(string time) =>
        (DateTimeOffset.Parse(
            time, CultureInfo.InvariantCulture) - CloudWatchBench.Start).TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
