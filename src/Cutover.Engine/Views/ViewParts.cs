using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>The parts that the views of a plan and of a run have in common.</summary>
internal static class ViewParts
{
    public static string Zone(Plan plan) => string.Join(", ", plan.Zones.Select(Zone));

    public static string Zone(HostedZone zone) => $"{zone.Name.TrimEnd('.')} ({zone.Id})";

    public static ImmutableArray<RecordView> Records(Plan plan, RunState state) =>
        [.. plan.Records.Select(record => Record(plan, record, state))];

    public static ImmutableArray<StepView> Steps(Plan plan, RunState state) =>
        [.. Enumerable.Range(0, plan.Steps.Length).Select(index => StepParts.Of(plan, index, state))];

    public static ImmutableArray<GateView> Gates(Plan plan, RunState state) =>
        [.. plan.Playbook.Gates.Select(gate => Gate(gate, state.Gates[gate.Name]))];

    /// <summary>Time of day, or that it is not known yet.</summary>
    public static string Clock(DateTimeOffset? at) =>
        at is { } time ? time.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "once it is known";

    private static RecordView Record(Plan plan, PlannedRecord record, RunState state)
    {
        var applied = state.Applied.First(pair => pair.Record == record.Key);
        var asked = state.Pending.SelectMany(change => change.Wanted).FirstOrDefault(pair => pair.Record == record.Key) ?? applied;
        return new RecordView(
            record.Key.ToString(),
            record.Initial.Weights.ToString(),
            applied.Weights.ToString(),
            applied.Weights.TargetShare,
            asked.Weights.ToString(),
            Zone(plan.Zones.First(zone => zone.Id == record.Key.ZoneId)),
            applied.Ttl);
    }

    private static GateView Gate(Gate gate, GateState state) => new(
        gate.Name,
        Measures(gate.Source),
        gate.Goal.ToString(),
        gate.Goal switch { Objective objective => objective.Threshold, BurnObjective => BurnWindows.Fast.Factor, _ => null },
        gate.Goal.Unit,
        gate.Goal switch { Objective => gate.Breach.ToString(), BurnObjective => "in both windows", _ => "by test" },
        gate.Window.TotalSeconds,
        state.Target,
        state.Source,
        state.PassedAt);

    private static string Measures(GateSource source) => source switch
    {
        WebSocketProbe probe =>
            $"probe: {Words(probe.Measure)}{(probe.Cohort is { } cohort ? $" of the cohort {cohort.Name}" : string.Empty)}",
        CloudWatchMetric metric => string.Create(
            CultureInfo.InvariantCulture,
            $"CloudWatch: {metric.Namespace} {metric.Metric}, {metric.Stat} over {metric.Period.TotalSeconds:0} s"),
        CloudWatchExpression math => string.Create(
            CultureInfo.InvariantCulture, $"CloudWatch: {math.Expression} over {math.Period.TotalSeconds:0} s"),
        CloudWatchAlarm alarm => $"CloudWatch alarm {alarm.AlarmName}",
        StackStatistic statistic => $"stack statistics: {Words(statistic.Measure)}",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    private static string Words(StackMeasure measure) => measure switch
    {
        StackMeasure.OpenConnections => "open connections",
        StackMeasure.Upgrades => "upgrades answered",
        StackMeasure.ConnectionErrors => "connection errors",
        StackMeasure.Responses5xx => "answers of 500 to 599",
        _ => "connections lost with a backend",
    };

    private static string Words(ProbeMeasure measure) => measure switch
    {
        ProbeMeasure.HandshakeSuccess => "handshake success",
        ProbeMeasure.HandshakeFailure => "handshakes failed",
        ProbeMeasure.HandshakeP50 => "handshake time, median",
        ProbeMeasure.HandshakeP99 => "handshake time, 99th percentile",
        ProbeMeasure.RoundTripP50 => "round trip, median",
        ProbeMeasure.RoundTripP99 => "round trip, 99th percentile",
        ProbeMeasure.HeldDropRate => "held connections dropped",
        ProbeMeasure.AbnormalCloses => "abnormal closes",
        _ => "days until the certificate expires",
    };
}
