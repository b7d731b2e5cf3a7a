using Cutover.Core.Dns;
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
                var settled = observer.InSyncAt + plan.Ttl;
                var skipped = observer.BakeSkipped || turn.IsAsked(OperatorAct.Skip);
                observer.See(turn);
                if (Rises(turn) || turn is { WasLive: true, After.Phase: RunPhase.Completed })
                {
                    var bake = plan.Steps[turn.Before!.Step].Step.Bake;
                    Assert.True(settled is not null, "it rose before the weights were in sync");
                    Assert.True(skipped || turn.At >= settled + bake, "it rose before the bake was over");
                    Assert.True(observer.AllPassedSince(settled.Value, turn.At), "it rose before every gate had passed");
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

    // The first step's weights rise from the initial ones, before there is anything to judge; a repetition of a request is not a new rise.
    private static bool Rises(Turn turn) =>
        turn.Before is { Step: >= 0 } before
        && turn.Applies.Any(apply => apply.Change > before.Changes && apply.Wanted.TargetShare() > before.Applied.TargetShare());
}
