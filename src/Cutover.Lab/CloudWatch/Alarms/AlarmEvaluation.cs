using System.Collections.Immutable;
using System.Text.Json;
using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>Looks at one alarm's metric and says what state that means, and why.</summary>
internal static class AlarmEvaluation
{
    /// <summary>The newest period looked at is the last one that can have been published whole.</summary>
    internal static QueryWindow Window(AlarmDefinition alarm, DateTimeOffset now, TimeSpan publicationDelay)
    {
        var end = Period.Begin(now - publicationDelay, alarm.Stat.Period);
        return new(end.AddSeconds(-alarm.Stat.Period * AlarmJudge.EvaluationRange(alarm.EvaluationPeriods)), end, now);
    }

    internal static MetricAlarm Evaluate(MetricAlarm alarm, Series series, QueryWindow window)
    {
        var definition = alarm.Definition;
        ImmutableArray<bool?> range = [.. window.Periods(definition.Stat.Period).Select(at => Breaches(definition, series, at))];
        var state = AlarmJudge.Judge(
            range, definition.RequiredBreaches, definition.EvaluationPeriods, definition.TreatMissingData ?? MissingData.Missing);
        if (state is null || state == alarm.State)
        {
            return alarm;
        }

        var recent = series.Points.Values.TakeLast(definition.EvaluationPeriods).ToList();
        return alarm.With(state, Reason(alarm, state, recent), Data(definition, recent, window.AsOf), window.AsOf);
    }

    private static bool? Breaches(AlarmDefinition definition, Series series, DateTimeOffset at) =>
        series.Points.TryGetValue(at, out var value) ? definition.Comparison.Breaches(value, definition.Threshold) : null;

    private static string Reason(MetricAlarm alarm, string state, List<double> recent)
    {
        var definition = alarm.Definition;
        var missing = definition.EvaluationPeriods - recent.Count;
        var breaches = recent.Count(value => definition.Comparison.Breaches(value, definition.Threshold));
        var unknown = missing > 0 ? $", {missing} missing and treated as {definition.TreatMissingData ?? MissingData.Missing}" : "";
        return state == AlarmState.InsufficientData
            ? $"Insufficient Data: {missing} of the last {definition.EvaluationPeriods} datapoints are unknown."
            : $"{(state == AlarmState.Alarm ? "Threshold Crossed" : "Threshold Not Crossed")}: {breaches} out of the last "
                + $"{definition.EvaluationPeriods} datapoints [{string.Join(", ", recent.Select(QueryAnswer.Text))}] were "
                + $"{definition.Comparison.Words} the threshold ({QueryAnswer.Text(definition.Threshold)}){unknown}; "
                + $"{definition.RequiredBreaches} are needed ({alarm.State} -> {state}).";
    }

    private static string Data(AlarmDefinition definition, List<double> recent, DateTimeOffset at) => JsonSerializer.Serialize(new
    {
        version = "1.0",
        queryDate = QueryAnswer.Text(at),
        statistic = definition.Stat.Statistic.Name,
        period = definition.Stat.Period,
        recentDatapoints = recent,
        threshold = definition.Threshold,
    });
}
