using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.Views;

/// <summary>Makes views of runs from their plan and state.</summary>
internal static class RunViews
{
    public static RunSummaryView Summary(long id, Plan plan, RunState state, string startedBy, DateTimeOffset? endedAt, long sequence) =>
        new(
            id,
            plan.Playbook.Name,
            plan.Playbook.Stacks.Source.Name,
            plan.Playbook.Stacks.Target.Name,
            state.Phase,
            !state.Phase.IsFinished(),
            state.Step + 1,
            plan.Steps.Length,
            state.Applied.TargetShare(),
            RunWords.Doing(plan, state),
            RunWords.Next(plan, state),
            state.Hold is { } hold ? new HoldView(hold.Reason, hold.Words, hold.Since) : null,
            startedBy,
            state.StartedAt,
            endedAt,
            state.PhaseSince,
            state.WakeAt,
            sequence,
            state.Until);

    /// <param name="live">The connections as the host that drives the run sees them now; null where none does.</param>
    public static RunView Run(RunSummaryView summary, Plan plan, RunState state, TrafficShares? live, DateTimeOffset now) => new(
        summary,
        ViewParts.Zone(plan),
        plan.Ttl.TotalSeconds,
        plan.TimeToSafe.TotalSeconds,
        ViewParts.Records(plan, state),
        ViewParts.Steps(plan, state),
        ViewParts.Gates(plan, state),
        ActViews.Of(plan, state, now),
        state.Drift,
        state.RollbackReason,
        DriftViews.Of(plan, state),
        ZoneStandings.Of(plan, state),
        Answers(plan, state),
        plan.Playbook.Dns.Observe.Resolvers,
        ConnectionViews.Of(plan, state, live, now));

    private static AnswerStateView? Answers(Plan plan, RunState state) => state.Answers is not { } answers ? null : new AnswerStateView(
        answers.Matched.Length,
        plan.Records.Length,
        [.. answers.Differing.Select(record => record.ToString())],
        answers.Words,
        answers.SeenAt,
        answers.AskAt);
}
