namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>An alarm and the state it is in.</summary>
internal sealed record MetricAlarm(
    AlarmDefinition Definition,
    string State,
    string Reason,
    string? ReasonData,
    DateTimeOffset StateUpdatedAt,
    DateTimeOffset NextEvaluation)
{
    internal MetricAlarm With(string state, string reason, string? reasonData, DateTimeOffset at) =>
        this with { State = state, Reason = reason, ReasonData = reasonData, StateUpdatedAt = at };
}
