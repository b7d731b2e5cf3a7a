using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class SecondPersonTests
{
    [Fact]
    public void A_step_that_asks_for_a_second_person_is_applied_only_after_another_one_than_the_starter_approved_it() =>
        RandomRuns.Obey((plan, turns) =>
        {
            var (approved, by) = (-1, (string?)null);
            foreach (var turn in turns)
            {
                if (turn is { Event: OperatorAskedEvent { Act: OperatorAct.Approve } asked, Decision.Refused: false })
                {
                    (approved, by) = (turn.Before!.Step + 1, asked.Person);
                }

                if (turn.After.Step > (turn.Before?.Step ?? -1) && plan.Steps[turn.After.Step].Step.ApprovalBySecond)
                {
                    Assert.Equal(turn.After.Step, approved);
                    Assert.Equal("grace", by);
                }
            }
        });

    [Theory]
    [InlineData("grace", null)]
    [InlineData("ada", "Step 1 needs a second person's approval, and ada started the run: somebody else must approve it.")]
    [InlineData("ADA", "Step 1 needs a second person's approval, and ADA started the run: somebody else must approve it.")]
    [InlineData(null, "Step 1 needs a second person's approval, and a shared token does not prove who uses it: approve with an account of your own.")]
    public void Whoever_started_the_run_does_not_approve_it(string? person, string? refusal)
    {
        var decision = Waiting(SamplePlans.FourEyes).Send(new OperatorAskedEvent(OperatorAct.Approve, "as named", null, 0, person));

        Assert.Equal(refusal is not null, decision.Refused);
        Assert.StartsWith(refusal ?? "Step 1 approved by as named.", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_asks_for_a_second_person_the_starter_may_approve() =>
        Assert.False(Waiting(SamplePlans.TwoPairs).Send(new OperatorAskedEvent(OperatorAct.Approve, "ada", null, 0, "ada")).Refused);

    private static RunDriver Waiting(Plan plan)
    {
        var run = new RunDriver(plan).PassPreflight();
        Assert.Equal(RunPhase.AwaitingApproval, run.State.Phase);
        return run;
    }
}
