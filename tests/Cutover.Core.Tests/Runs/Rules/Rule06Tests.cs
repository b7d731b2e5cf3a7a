using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule06Tests
{
    [Fact]
    public void Every_live_state_has_one_wake_up_that_lies_ahead() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => !turn.After.Phase.IsFinished()),
        turn =>
        {
            Assert.True(turn.After.WakeAt > turn.At, "it would sleep for ever");
            Assert.Equal(turn.After.WakeAt, Assert.Single(turn.Decision.Commands.OfType<WakeAtCommand>()).At);
        }));

    [Fact]
    public void No_live_state_sleeps_past_the_next_reading_of_the_zone() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => !turn.After.Phase.IsFinished()),
        turn => Assert.True(turn.After.WakeAt <= turn.At + plan.Pace.ZoneRead)));

    [Fact]
    public void A_change_that_is_accepted_is_asked_after() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.SelectMany(turn => turn.After.Pending).Where(change => change.ChangeId is not null),
        change => Assert.True(change is { CheckAt: not null, RetryAt: null })));

    [Fact]
    public void A_change_that_is_not_accepted_is_on_its_way_or_will_be_repeated() => RandomRuns.Obey((_, turns) =>
    {
        var onTheWay = new HashSet<int>();
        foreach (var turn in turns)
        {
            onTheWay.ExceptWith(turn.Event is ChangeFailedEvent failed ? [failed.Change] : []);
            onTheWay.UnionWith(turn.Applies.Select(apply => apply.Change));
            Assert.All(
                turn.After.Pending.Where(change => change is { Asked: true, ChangeId: null, RetryAt: null }),
                change => Assert.True(onTheWay.Contains(change.Number), "it waits for an answer to nothing"));
        }
    });

    [Fact]
    public void A_check_that_is_due_is_made() => RandomRuns.Obey((_, turns) => Assert.All(
        turns,
        turn => Assert.All(
            turn.After.Pending.Where(change => change.CheckAt is not null),
            change => Assert.True(change.CheckAt > turn.At && turn.After.WakeAt <= change.CheckAt))));

    [Fact]
    public void A_zone_that_waits_for_nothing_is_asked_for_at_once() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.After is { Hold: null, Pending: [{ Asked: false }, ..] }), turn => Assert.Fail($"it waits: {turn}")));

    [Fact]
    public void Answers_that_do_not_match_yet_are_asked_for_again() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => !turn.After.Phase.IsFinished() && turn.After.Answers?.AskAt is not null),
        turn => Assert.True(turn.After.Answers!.AskAt > turn.At && turn.After.WakeAt <= turn.After.Answers.AskAt)));
}
