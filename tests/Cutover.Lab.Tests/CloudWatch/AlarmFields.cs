namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>The fields of PutMetricAlarm for an alarm on the sum of metric m being over 10, in periods of 10 s.</summary>
internal static class AlarmFields
{
    internal static (string, string)[] Of(string name, params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["AlarmName"] = name,
            ["Namespace"] = "Lab/Edge",
            ["MetricName"] = "m",
            ["Statistic"] = "Sum",
            ["Period"] = "10",
            ["EvaluationPeriods"] = "3",
            ["Threshold"] = "10",
            ["ComparisonOperator"] = "GreaterThanThreshold",
        };
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return [.. fields.Where(field => field.Value.Length > 0).Select(field => (field.Key, field.Value))];
    }
}
