using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Engine.Reports;
using Cutover.Engine.Views;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Reports;

/// <summary>What a report says, whatever it is written in.</summary>
public static class ReportDocument
{
    public static ImmutableArray<ReportBlock> Of(RunReport report) =>
    [
        .. Head(report),
        .. Moves(report),
        .. report.Run.Gates.SelectMany(gate => Gate(report, gate)),
        .. People(report),
        .. Comments(report),
        .. Decisions(report),
        new ReportTitle(2, "Playbook"),
        new ReportCode(report.PlaybookText),
        .. report.LeftOut.Select(words => new ReportText(words)),
        new ReportText($"Written by Cutover at {Words.Moment(report.MadeAt)}. All times are UTC."),
    ];

    private static IEnumerable<ReportBlock> Head(RunReport report)
    {
        var (run, summary) = (report.Run, report.Run.Summary);
        var ended = summary.EndedAt is { } end
            ? $"ended {Words.Moment(end)} after {Words.Seconds((end - summary.StartedAt).TotalSeconds)}"
            : $"still open: {summary.Doing}";
        yield return new ReportTitle(1, FormattableString.Invariant($"{summary.Playbook} #{summary.Id}: {PhaseLooks.Of(summary.Phase).Label}"));
        yield return new ReportText(
            $"{summary.SourceName} to {summary.TargetName}, started by {summary.StartedBy} {Words.Moment(summary.StartedAt)}, {ended}.");
        if (run.RollbackReason is { } why)
        {
            yield return new ReportText($"Why it went back: {why}.");
        }

        yield return new ReportTable(["", ""], [
            ["Zone", run.Zone],
            ["Step", FormattableString.Invariant($"{summary.Step} of {summary.Steps}")],
            ["Asked share", $"{Words.Share(summary.AskedShare)} on {summary.TargetName}"],
            ["TTL", Words.Seconds(run.TtlSeconds)],
            ["Held by", summary.Hold is { } hold ? $"{hold.Words}, since {Words.Clock(hold.Since)}" : "nothing"],
            .. run.Records.Select(record => ImmutableArray.Create(record.Record, $"{record.Initial} before, {record.Applied} now")),
        ]);
    }

    private static IEnumerable<ReportBlock> Moves(RunReport report)
    {
        yield return new ReportTitle(2, "What moved when");
        yield return ReportCharts.Shares(report);
        if (report.Moves.IsEmpty)
        {
            yield return new ReportText("No weight was changed.");
            yield break;
        }

        yield return new ReportTable(
            ["UTC", "Step", $"Weights {report.Run.Summary.SourceName}/{report.Run.Summary.TargetName}", "Share", "Change", "INSYNC after"],
            [.. report.Moves.Select(move => ImmutableArray.Create(
                Day(move.At),
                move.IsBack ? "back" : move.Step.ToString(CultureInfo.InvariantCulture),
                move.Weights,
                Words.Share(move.Share),
                move.ChangeId,
                move.InSyncAt is { } at ? Words.Seconds((at - move.At).TotalSeconds) : "not seen"))]);
    }

    private static IEnumerable<ReportBlock> Gate(RunReport report, GateView gate)
    {
        yield return new ReportTitle(2, $"Gate {gate.Name}");
        yield return new ReportText(
            $"{gate.Measures}: {gate.Objective}, window {Words.Seconds(gate.WindowSeconds)}, breach {gate.Breach}.");
        yield return ReportCharts.Gate(report, gate);
        var changes = report.Verdicts.Where(verdict => verdict.Gate == gate.Name).ToList();
        if (changes.Count > 0)
        {
            yield return new ReportTable(["UTC", "Stack", "Verdict", "Why"], [.. changes.Select(change => ImmutableArray.Create(
                Day(change.At),
                change.Stack == StackRole.Target ? report.Run.Summary.TargetName : report.Run.Summary.SourceName,
                VerdictLook.Of(change.Verdict).Label,
                change.Words))]);
        }
    }

    private static IEnumerable<ReportBlock> People(RunReport report)
    {
        yield return new ReportTitle(2, "Who did what");
        yield return new ReportTable(["UTC", "Who", "What", "Decided"], [.. report.Decisions.Where(decision => decision.Who is not null)
            .Select(decision => ImmutableArray.Create(
                Day(decision.At), decision.Who!, $"{decision.Event}{(decision.Refused ? " (refused)" : null)}", decision.Reason))]);
    }

    private static IEnumerable<ReportBlock> Comments(RunReport report) => report.Comments.IsEmpty ? [] :
    [
        new ReportTitle(2, "What people wrote"),
        new ReportTable(["UTC", "Who", "After decision", "Comment"], [.. report.Comments.Select(comment => ImmutableArray.Create(
            Day(comment.At), comment.Who, comment.After.ToString(CultureInfo.InvariantCulture), comment.Text))]),
    ];

    private static IEnumerable<ReportBlock> Decisions(RunReport report)
    {
        yield return new ReportTitle(2, "Decisions");
        yield return new ReportTable(["UTC", "No.", "Phase", "Step", "On", "Decided"], [.. report.Decisions.Select(decision =>
            ImmutableArray.Create(
                Day(decision.At),
                decision.Sequence.ToString(CultureInfo.InvariantCulture),
                PhaseLooks.Of(decision.Phase).Label,
                decision.Step.ToString(CultureInfo.InvariantCulture),
                decision.Event,
                decision.Reason))]);
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
