using System.Xml.Linq;
using Cutover.Lab.CloudWatch.Alarms;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Alarms as they stand in answers.</summary>
internal static class AlarmXml
{
    // The account number that AWS's own examples use.
    private const string Account = "123456789012";

    internal static XElement Alarm(MetricAlarm alarm, string region) => QueryAnswer.Element(
        "MetricAlarm",
        About(alarm.Definition, region),
        QueryAnswer.Element("StateValue", alarm.State),
        QueryAnswer.Element("StateReason", alarm.Reason),
        QueryAnswer.Optional("StateReasonData", alarm.ReasonData),
        QueryAnswer.Element("StateUpdatedTimestamp", QueryAnswer.Text(alarm.StateUpdatedAt)),
        Metric(alarm.Definition),
        Rule(alarm.Definition));

    private static object?[] About(AlarmDefinition alarm, string region) =>
    [
        QueryAnswer.Element("AlarmName", alarm.Name),
        QueryAnswer.Element("AlarmArn", $"arn:aws:cloudwatch:{region}:{Account}:alarm:{alarm.Name}"),
        QueryAnswer.Optional("AlarmDescription", alarm.Description),
        QueryAnswer.Element("AlarmConfigurationUpdatedTimestamp", QueryAnswer.Text(alarm.UpdatedAt)),
        QueryAnswer.Element("ActionsEnabled", QueryAnswer.Text(alarm.ActionsEnabled)),
        QueryAnswer.List("OKActions", alarm.OkActions),
        QueryAnswer.List("AlarmActions", alarm.AlarmActions),
        QueryAnswer.List("InsufficientDataActions", alarm.InsufficientDataActions),
    ];

    private static object?[] Metric(AlarmDefinition alarm) =>
    [
        QueryAnswer.Element("Namespace", alarm.Stat.Metric.Namespace),
        QueryAnswer.Element("MetricName", alarm.Stat.Metric.Name),
        MetricXml.Dimensions(alarm.Stat.Metric.Dimensions),
        QueryAnswer.Element(alarm.Stat.Statistic.IsPercentile ? "ExtendedStatistic" : "Statistic", alarm.Stat.Statistic.Name),
        QueryAnswer.Element("Period", QueryAnswer.Text(alarm.Stat.Period)),
        QueryAnswer.Optional("Unit", alarm.Stat.Unit),
    ];

    private static object?[] Rule(AlarmDefinition alarm) =>
    [
        QueryAnswer.Element("EvaluationPeriods", QueryAnswer.Text(alarm.EvaluationPeriods)),
        QueryAnswer.Optional("DatapointsToAlarm", alarm.DatapointsToAlarm is { } datapoints ? QueryAnswer.Text(datapoints) : null),
        QueryAnswer.Element("Threshold", QueryAnswer.Text(alarm.Threshold)),
        QueryAnswer.Element("ComparisonOperator", alarm.Comparison.Name),
        QueryAnswer.Optional("TreatMissingData", Treatment(alarm.TreatMissingData)),
    ];

    private static string? Treatment(MissingData? treatment) => treatment switch
    {
        null => null,
        MissingData.Missing => "missing",
        MissingData.Ignore => "ignore",
        MissingData.Breaching => "breaching",
        _ => "notBreaching",
    };
}
