using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Notifications;

/// <summary>Notices over random sequences of events.</summary>
public sealed class NoticeRuleTests
{
    [Fact]
    public void Nothing_that_the_machine_announces_is_kept_from_people() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.Decision.Commands.Any(command => command is AnnounceCommand)),
        turn => Assert.NotEmpty(Notices(plan, turn))));

    [Fact]
    public void Every_run_tells_its_start_once_and_its_end_once() => RandomRuns.Obey((plan, turns) =>
    {
        var told = turns.SelectMany(turn => Notices(plan, turn)).Select(notice => notice.Event).ToList();
        Assert.Equal(NotificationEvent.Started, told[0]);
        Assert.Single(told, NotificationEvent.Started);
        Assert.Equal(
            turns[^1].After.Phase.IsFinished() ? 1 : 0,
            told.Count(happened => happened is NotificationEvent.Completed or NotificationEvent.RolledBack or NotificationEvent.Abandoned));
    });

    [Fact]
    public void Whoever_waits_for_an_approval_has_been_told_of_that_step() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.After is { Phase: RunPhase.AwaitingApproval, Approved: false }
            && turn.Before is not { Phase: RunPhase.AwaitingApproval, Approved: false }),
        turn => Assert.Single(Notices(plan, turn), notice => notice.Step == turn.After.Step + 1)));

    private static ImmutableArray<RunNotice> Notices(Plan plan, Turn turn) =>
        RunNotices.Of(plan, turn.Before, turn.Event, turn.Decision);
}
