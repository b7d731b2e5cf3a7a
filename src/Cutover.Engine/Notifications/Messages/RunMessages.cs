using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Notifications.Messages;

/// <summary>Makes messages of what decisions have to tell.</summary>
internal static class RunMessages
{
    public static NotificationMessage Of(Plan plan, long run, long sequence, RunNotice notice, RunState after, DateTimeOffset now) => new(
        notice.Event,
        notice.Event.Severity(),
        now,
        run,
        sequence,
        plan.Playbook.Name,
        plan.Playbook.Stacks.Source.Name,
        plan.Playbook.Stacks.Target.Name,
        FormattableString.Invariant($"{plan.Playbook.Name} #{run} {Doing(notice.Event, plan)}"),
        notice.Words,
        Weights(notice),
        notice.WaitsFor,
        notice.Step,
        notice.Step is null ? null : after.PhaseSince);

    public static NotificationMessage Test(string channel, string who, DateTimeOffset now) => new(
        NotificationEvent.Test,
        NotificationEvent.Test.Severity(),
        now,
        Run: null,
        Sequence: null,
        Playbook: null,
        Source: null,
        Target: null,
        $"Cutover: a test of the channel {channel}",
        $"{who} sent this to see whether the channel {channel} works. No traffic is moved.",
        []);

    private static ImmutableArray<MessageWeights> Weights(RunNotice notice) =>
    [
        .. notice.After.Select(pair => new MessageWeights(
            pair.Record.ToString(),
            notice.Before.FirstOrDefault(before => before.Record == pair.Record)?.Weights ?? pair.Weights,
            pair.Weights)),
    ];

    private static string Doing(NotificationEvent happened, Plan plan) => happened switch
    {
        NotificationEvent.Started => "was started",
        NotificationEvent.Advanced => "moves on",
        NotificationEvent.ApprovalNeeded => "waits for an approval",
        NotificationEvent.Held => "is held",
        NotificationEvent.Drifted => "is held: someone else changed the zone",
        NotificationEvent.Resumed => "goes on",
        NotificationEvent.Warning => "has a warning",
        NotificationEvent.RollingBack => $"rolls back to {plan.Playbook.Stacks.Source.Name} by itself",
        NotificationEvent.RollbackAsked => $"rolls back to {plan.Playbook.Stacks.Source.Name}, as a person asked",
        NotificationEvent.RollbackStuck => $"cannot go back to {plan.Playbook.Stacks.Source.Name} yet",
        NotificationEvent.RolledBack => $"is back on {plan.Playbook.Stacks.Source.Name}",
        NotificationEvent.Completed => $"is done: {plan.Playbook.Stacks.Target.Name} has the traffic",
        NotificationEvent.Abandoned => "was abandoned",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "not an event of a run"),
    };
}
