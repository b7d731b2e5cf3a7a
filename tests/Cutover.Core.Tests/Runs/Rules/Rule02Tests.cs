using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule02Tests
{
    [Fact]
    public void The_target_rises_only_after_bake_and_after_every_gate_passed_on_data_newer_than_the_settle() =>
        RandomRuns.Obey((plan, turns) =>
        {
            var observer = new Observer(plan);
            foreach (var turn in turns)
            {
                var settled = observer.SettledAt;
                var matched = observer.AnswersMatched;
                var skipped = observer.BakeSkipped || turn.IsAsked(OperatorAct.Skip);
                observer.See(turn);
                Assert.False(
                    Rises(turn) && turn.After.Step <= turn.Before!.Step && !TriesFirstMoveAgain(plan, turn),
                    "it rose without a step forward");
                if (Leaves(turn) && plan.Steps[turn.Before!.Step].Kind == StepKind.Move)
                {
                    var bake = plan.Steps[turn.Before!.Step].Step.Bake;
                    Assert.True(settled is not null, "it rose before the weights were in sync");
                    Assert.True(skipped || turn.At >= settled + bake, "it rose before the bake was over");
                    Assert.True(observer.AllPassedSince(settled.Value, turn.At), "it rose before every gate had passed");
                    Assert.True(matched || observer.AnswersMatched, "it rose before the answers had matched");
                }
            }
        });

    [Fact]
    public void A_step_is_left_only_once_the_open_connections_have_followed_as_far_as_it_asks() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        foreach (var turn in turns)
        {
            var skipped = observer.BakeSkipped || turn.IsAsked(OperatorAct.Skip);
            observer.See(turn);
            if (turn.Before is { Step: >= 0, Phase: RunPhase.Settling or RunPhase.Baking } before
                && (Leaves(turn) || turn.After.Phase == RunPhase.AwaitingApproval))
            {
                Assert.True(skipped || observer.HasFollowed(plan.Steps[before.Step].Step.Until, turn.At), "it rose before they had followed");
            }
        }
    });

    [Fact]
    public void A_step_that_needs_an_approval_is_never_applied_without_one() => RandomRuns.Obey((plan, turns) =>
    {
        var approved = -1;
        foreach (var turn in turns)
        {
            approved = turn.IsAsked(OperatorAct.Approve) && !turn.Decision.Refused ? turn.Before!.Step + 1 : approved;
            var entered = turn.After.Step > (turn.Before?.Step ?? -1);
            Assert.False(
                entered && plan.Steps[turn.After.Step].Step.ApprovalRequired && approved != turn.After.Step,
                "it went on without an approval");
        }
    });

    [Fact]
    public void Nothing_that_takes_traffic_to_the_target_is_asked_for_while_the_run_is_held() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { Before.Hold: not null, After.Hold: not null }),
        turn => Assert.All(turn.Applies, apply => Assert.False(apply.Wanted.RisesOver(turn.After.Applied), "it rose while it was held"))));

    // Before the first move there is nothing to judge: once put back, it is tried again at once.
    private static bool TriesFirstMoveAgain(Plan plan, Turn turn) => turn.Before is { Phase: RunPhase.PuttingBack, Step: var step }
        && (step == 0 || plan.Steps[step - 1].Kind == StepKind.LowerTtl);

    private static bool Leaves(Turn turn) => turn is { WasLive: true, Before.Step: >= 0 }
        && (turn.After.Step > turn.Before.Step || turn.After.Phase == RunPhase.Completed);

    // The first step's weights rise from the initial ones, before there is anything to judge; a repetition of a request is not a new rise.
    private static bool Rises(Turn turn) =>
        turn.Before is { Step: >= 0 } before
        && turn.Applies.Any(apply => apply.Change > before.Changes && apply.Wanted.RisesOver(before.Applied));
}
