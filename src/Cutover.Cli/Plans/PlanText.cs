using Cutover.Cli.Terminal;
using Cutover.Core.Plans;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Plans;

/// <summary>A plan: what a start would do.</summary>
internal static class PlanText
{
    public static IRenderable Of(PlanView plan) => new Rows(
    [
        new Paragraph()
            .Append($"{Figures.OneLine(plan.Playbook)}  ", Looks.Heading)
            .Append(Figures.OneLine($"{plan.SourceName} → {plan.TargetName}")),
        Tables.Cell($"Zone {plan.Zone}, TTL {Figures.Duration(plan.TtlSeconds)}"),
        Tables.Cell(
            $"At least {Figures.Duration(plan.ExpectedSeconds)} when nothing holds it and approvals come at once{Waits(plan)} "
                + $"({Figures.Duration(plan.SyncTime.Seconds)} {PlanTimes.Basis(plan.SyncTime)} for each INSYNC)"),
        Tables.Cell($"Safe again at most about {Figures.Duration(plan.TimeToSafeSeconds)} after a rollback is called for"),
        .. Section(PlanTables.Records(plan)),
        .. Section(PlanTables.Steps(plan)),
        .. Section(PlanTables.Changes(plan)),
        .. Section(PlanTimes.Table(plan)),
        .. Section(PlanTables.Calls(plan)),
        Tables.Cell(
            FormattableString.Invariant($"and about {plan.Calls.GetChange} GetChange, {(plan.IsOpenEnded ? "at least " : string.Empty)}")
                + FormattableString.Invariant($"{plan.Calls.ListResourceRecordSets} ListResourceRecordSets")),
        .. Section(PlanTables.Gates(plan)),
        .. plan.CloudWatch is { } asked ? [Tables.Cell(CloudWatch(asked))] : Array.Empty<IRenderable>(),
        .. plan.Warnings.SelectMany(warning => Section(Warning(warning))),
        .. Section(Tables.Cell($"Checksum {plan.Checksum}. Start exactly this plan: cutover start FILE --plan {plan.Checksum}")),
    ]);

    private static string CloudWatch(CloudWatchView asked) => FormattableString.Invariant(
        $"CloudWatch: {asked.MetricsPerPoll} metrics every {Figures.Duration(asked.PollSeconds)}, ")
        + FormattableString.Invariant($"{asked.GetMetricDataPerHour:0} GetMetricData ({asked.GetMetricDataShare:0.## %} of the limit), ")
        + FormattableString.Invariant($"{asked.DescribeAlarmsPerHour:0} DescribeAlarms ({asked.DescribeAlarmsShare:0.## %}) an hour: ")
        + FormattableString.Invariant($"about ${asked.DollarsPerHour:0.00##} an hour");

    // How long connections last is not in any weight's hand.
    private static string Waits(PlanView plan) => !plan.IsOpenEnded ? string.Empty : ", and longer by what is waited for in step "
        + string.Join(
            ", ",
            plan.Steps.Where(step => step.Until is not null)
                .Select(step => FormattableString.Invariant($"{step.Number} ({step.Until})")));

    private static IRenderable[] Section(IRenderable content) => [new Text(string.Empty), content];

    private static Paragraph Warning(PlanWarning warning) =>
        new Paragraph().Append("warning: ", Looks.Waiting).Append(Figures.OneLine(warning.ToString()));
}
