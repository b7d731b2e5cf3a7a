namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>Answers as CloudWatch documents them.</summary>
public static class CloudWatchXml
{
    private const string Xmlns = "xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"";

    public static string MetricData(string results, string next = "", string messages = "") =>
        $"""
        <GetMetricDataResponse {Xmlns}><GetMetricDataResult><MetricDataResults>{results}</MetricDataResults>{Token(next)}<Messages>{messages}</Messages></GetMetricDataResult><ResponseMetadata><RequestId>cw-1</RequestId></ResponseMetadata></GetMetricDataResponse>
        """;

    public static string Series(string id, string status, params (string At, string Value)[] points) =>
        $"<member><Id>{id}</Id><Label>Label of {id}</Label><StatusCode>{status}</StatusCode>"
        + $"<Timestamps>{string.Concat(points.Select(point => $"<member>{point.At}</member>"))}</Timestamps>"
        + $"<Values>{string.Concat(points.Select(point => $"<member>{point.Value}</member>"))}</Values></member>";

    public static string Message(string code, string text) => $"<member><Code>{code}</Code><Value>{text}</Value></member>";

    public static string Alarms(string metric, string composite = "", string next = "") =>
        $"""
        <DescribeAlarmsResponse {Xmlns}><DescribeAlarmsResult><MetricAlarms>{metric}</MetricAlarms><CompositeAlarms>{composite}</CompositeAlarms>{Token(next)}</DescribeAlarmsResult><ResponseMetadata><RequestId>cw-1</RequestId></ResponseMetadata></DescribeAlarmsResponse>
        """;

    public static string Alarm(string name, string state) =>
        $"<member><AlarmName>{name}</AlarmName><StateValue>{state}</StateValue><StateReason>because of {name}</StateReason><StateUpdatedTimestamp>2026-03-01T11:59:00.000Z</StateUpdatedTimestamp></member>";

    private static string Token(string next) => next.Length > 0 ? $"<NextToken>{next}</NextToken>" : "";
}
