using System.Xml.Linq;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>The answer of GetMetricData.</summary>
internal static class DataXml
{
    internal static XElement Result(IEnumerable<DataResult> results, string? token) => QueryAnswer.Element(
        "GetMetricDataResult",
        QueryAnswer.List("MetricDataResults", results.Select(Result)),
        QueryAnswer.Optional("NextToken", token));

    private static XElement Result(DataResult result) => QueryAnswer.Element(
        "MetricDataResult",
        QueryAnswer.Element("Id", result.Id),
        QueryAnswer.Element("Label", result.Label),
        QueryAnswer.List("Timestamps", result.Points.Select(point => QueryAnswer.Text(point.Key))),
        QueryAnswer.List("Values", result.Points.Select(point => QueryAnswer.Text(point.Value))),
        QueryAnswer.Element("StatusCode", result.Status));
}
