using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Alarms;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>
/// PutMetricAlarm for alarms on one metric. Alarms on expressions are refused, because their parameters are read by nobody.
/// </summary>
internal static class PutMetricAlarm
{
    private const int MostActions = 5;
    private const int Day = 86_400;

    internal static AlarmDefinition Read(QueryNode request, DateTimeOffset now)
    {
        IgnoreTags(request);
        return Check(new()
        {
            Name = request.Bounded("AlarmName", 255),
            Description = request.Text("AlarmDescription"),
            Stat = new(request.Metric(request.Namespace()), request.Period(), Statistic(request), request.Unit()),
            EvaluationPeriods = AtLeastOne(request, "EvaluationPeriods", request.RequiredInteger("EvaluationPeriods")),
            DatapointsToAlarm = request.Integer("DatapointsToAlarm") is { } given ? AtLeastOne(request, "DatapointsToAlarm", given) : null,
            Comparison = Comparison(request),
            Threshold = request.RequiredNumber("Threshold"),
            TreatMissingData = Treatment(request),
            ActionsEnabled = request.Flag("ActionsEnabled", otherwise: true),
            OkActions = Actions(request, "OKActions"),
            AlarmActions = Actions(request, "AlarmActions"),
            InsufficientDataActions = Actions(request, "InsufficientDataActions"),
            UpdatedAt = now,
        });
    }

    private static AlarmDefinition Check(AlarmDefinition alarm)
    {
        if (alarm.RequiredBreaches > alarm.EvaluationPeriods)
        {
            throw Invalid("DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
        }

        if (alarm.Stat.Period is not (10 or 20 or 30) && alarm.Stat.Period % 60 != 0)
        {
            throw Invalid("The Period of an alarm must be 10, 20, 30 or a multiple of 60.");
        }

        return (long)alarm.Stat.Period * alarm.EvaluationPeriods <= Day
            ? alarm
            : throw Invalid($"Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= {Day}).");
    }

    private static Statistic Statistic(QueryNode request)
    {
        var simple = request.Find("Statistic") is not null;
        if (simple == request.Find("ExtendedStatistic") is not null)
        {
            throw Invalid("Exactly one of Statistic and ExtendedStatistic must be specified.");
        }

        var statistic = request.Statistic(simple ? "Statistic" : "ExtendedStatistic");
        return statistic.IsPercentile != simple
            ? statistic
            : throw Invalid($"The value {statistic.Name} is not a valid {(simple ? "Statistic" : "ExtendedStatistic")}.");
    }

    private static AlarmComparison Comparison(QueryNode request) =>
        AlarmComparison.TryParse(request.Required("ComparisonOperator"))
        ?? throw Invalid($"The value {request.Text("ComparisonOperator")} for parameter ComparisonOperator is not supported.");

    private static MissingData? Treatment(QueryNode request) => request.Text("TreatMissingData") switch
    {
        null => null,
        "missing" => MissingData.Missing,
        "ignore" => MissingData.Ignore,
        "breaching" => MissingData.Breaching,
        "notBreaching" => MissingData.NotBreaching,
        var other => throw Invalid($"The value {other} for parameter TreatMissingData must be missing, ignore, breaching or notBreaching."),
    };

    private static ImmutableArray<string> Actions(QueryNode request, string name)
    {
        var actions = request.Texts(name);
        return actions.Count <= MostActions
            ? [.. actions]
            : throw Invalid($"The collection {name} must not have a size greater than {MostActions}.");
    }

    // Infrastructure tools tag everything they make; a tag changes nothing that this emulator answers.
    private static void IgnoreTags(QueryNode request)
    {
        foreach (var tag in request.Members("Tags"))
        {
            _ = (tag.Required("Key"), tag.Text("Value"));
        }
    }

    private static int AtLeastOne(QueryNode request, string name, int value) =>
        value >= 1 ? value : throw Invalid($"The parameter {request.Name(name)} must be greater than or equal to 1.");

    private static RefusedException Invalid(string message) => new(CloudWatchError.Validation(message));
}
