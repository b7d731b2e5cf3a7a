using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Cutover.Engine.Aws.Transport;

namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>CloudWatch's answers as values of this product, one page at a time.</summary>
internal static class CloudWatchAnswers
{
    private static readonly XNamespace Namespace = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public static (MetricData Data, string? NextToken) MetricData(XElement answer)
    {
        var result = answer.Expect(Namespace, "GetMetricDataResponse").Need("GetMetricDataResult");
        var series = result.List("MetricDataResults", "member").Select(Series);
        return (new([.. series], Messages(result)), result.Text("NextToken"));
    }

    public static (ImmutableArray<Alarm> Alarms, string? NextToken) Alarms(XElement answer)
    {
        var result = answer.Expect(Namespace, "DescribeAlarmsResponse").Need("DescribeAlarmsResult");
        var alarms = result.List("MetricAlarms", "member").Concat(result.List("CompositeAlarms", "member"));
        return ([.. alarms.Select(ReadAlarm)], result.Text("NextToken"));
    }

    private static MetricSeries Series(XElement member) => new(
        member.Need("Id").Value,
        member.Text("Label") ?? "",
        Status(member.Need("StatusCode").Value),
        Points(member),
        Messages(member));

    private static ImmutableArray<MetricPoint> Points(XElement member)
    {
        var times = member.List("Timestamps", "member").Select(AwsElements.ToTime).ToList();
        var values = member.List("Values", "member").Select(Number).ToList();
        return times.Count == values.Count
            ? [.. times.Zip(values, (at, value) => new MetricPoint(at, value)).OrderBy(point => point.At)]
            : throw new FormatException($"{times.Count} timestamps with {values.Count} values.");
    }

    private static double Number(XElement element) => double.Parse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ImmutableArray<CloudWatchMessage> Messages(XElement parent) =>
        [.. parent.List("Messages", "member").Select(Message)];

    private static CloudWatchMessage Message(XElement member) => new(member.Text("Code") ?? "", member.Text("Value") ?? "");

    private static MetricSeriesStatus Status(string text) => Enum.TryParse<MetricSeriesStatus>(text, out var status)
        ? status
        : throw new FormatException($"'{text}' is no status of a metric query.");

    private static Alarm ReadAlarm(XElement member) => new(
        member.Need("AlarmName").Value,
        State(member.Need("StateValue").Value),
        member.Text("StateReason") ?? "",
        member.Need("StateUpdatedTimestamp").ToTime());

    private static AlarmState State(string text) => text switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => throw new FormatException($"'{text}' is no state of an alarm."),
    };
}
