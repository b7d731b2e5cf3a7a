using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>A world that does what is asked of it, and a person who approves what waits.</summary>
internal sealed class GoodWill(RandomWorld world)
{
    /// <summary>What every gate says about the target; the source passes.</summary>
    public Verdict Target { get; set; } = Verdict.Passed;

    /// <summary>How many more calls to Route 53 fail.</summary>
    public int FailuresLeft { get; set; }

    /// <summary>A person puts a drifted zone back instead of asking for another roll back.</summary>
    public bool Mends { get; init; }

    /// <summary>A person does something about someone else's change.</summary>
    public bool ActsOnDrift { get; init; } = true;

    /// <summary>The target's share of the open connections, in percent; null while nobody can tell.</summary>
    public int? OpenOnTarget { get; init; } = 100;

    public bool Resumes { get; init; } = true;

    public void ToTheEnd()
    {
        for (var round = 0; !world.Run.State.Phase.IsFinished(); round++)
        {
            Assert.True(
                round < 600,
                $"it hangs in {world.Run.State.Phase}, held: {world.Run.State.Hold}, change: {world.Run.State.Pending.FirstOrDefault()}");
            Round();
        }
    }

    public void Rounds(int count)
    {
        for (var round = 0; round < count && !world.Run.State.Phase.IsFinished(); round++)
        {
            Round();
        }
    }

    private void Round()
    {
        CarryOut();
        JudgeAll();
        world.Play(new Count(OpenOnTarget, OutOfSight: 0, OldSeconds: 0));
        HelpOut();
        world.Pass(TimeSpan.FromSeconds(2));
    }

    private void CarryOut()
    {
        for (var outstanding = world.Outstanding; outstanding > 0; outstanding--)
        {
            world.Perform(0, FailuresLeft-- > 0 ? (FailuresLeft % 2 == 0 ? Luck.Passing : Luck.Lasting) : Luck.Good);
        }

        while (world.OnTheWay > 0)
        {
            world.Deliver(0);
        }
    }

    private void JudgeAll()
    {
        if (world.Run.State.Preflight is not null)
        {
            world.Play(new Compare(Alike: true));
        }

        for (var gate = 0; gate < world.Run.Plan.Playbook.Gates.Length; gate++)
        {
            world.Play(new Judge(gate, Target, Verdict.Passed, OldSeconds: 0));
        }
    }

    private void HelpOut()
    {
        if (world.Run.State.Drift is not null && !ActsOnDrift)
        {
            return;
        }

        if (world.Run.State.Drift is not null && Mends)
        {
            world.Play(new ForeignMend());
        }
        else if (world.Run.State.Drift is not null)
        {
            world.Play(new Ask(OperatorAct.RollBack, WithReason: true, null, "grace"));
        }
        else if (world.Run.State is { Hold: not null, Phase: var phase } && !phase.IsRollback() && Resumes)
        {
            world.Play(new Ask(OperatorAct.Resume, WithReason: false, null, "grace"));
        }
        else if (world.Run.State is { Phase: RunPhase.AwaitingApproval, Approved: false })
        {
            world.Play(new Ask(OperatorAct.Approve, WithReason: false, StepOffset: 0, "grace"));
        }
    }
}
