using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Stories;

/// <summary>Runs over two zones, told move by move against a small Route 53.</summary>
public sealed class ZoneStories
{
    private readonly RandomWorld _world = RandomWorld.AfterPreflight(ZonePlans.TwoZones);

    private RunState State => _world.Run.State;

    [Fact]
    public void A_zone_is_asked_only_once_the_one_before_is_accepted()
    {
        Assert.Equal(["Z1"], _world.Run.Last.Applies.Select(apply => apply.ZoneId));
        Happen(Luck.Good);
        Assert.Equal(["Z2"], _world.Run.Last.Applies.Select(apply => apply.ZoneId));
        Assert.Equal(RunPhase.Applying, State.Phase);
        Assert.Equal(["90/10", "100/0"], State.Applied.Select(pair => pair.Weights.ToString()));
    }

    [Fact]
    public void When_the_second_zone_refuses_the_first_is_put_back_and_a_resume_tries_both_again()
    {
        Happen(Luck.Good);
        Happen(Luck.Lasting);
        Assert.Equal((RunPhase.PuttingBack, HoldReason.ChangeRefused), (State.Phase, State.Hold?.Reason));
        Assert.Contains(
            "Not every zone took the step (lab.example: wss.lab.example A 90/10; west.example: wss.west.example A 100/0)",
            _world.Run.Last.Decision.Reason, StringComparison.Ordinal);
        new GoodWill(_world) { Resumes = false }.Rounds(8);
        Assert.True(_world.Route53.AllHold(_world.Run.Plan.Initial));
        Assert.Equal(HoldReason.ChangeRefused, State.Hold?.Reason);
        new GoodWill(_world).ToTheEnd();
        Assert.Equal(RunPhase.Completed, State.Phase);
    }

    [Fact]
    public void A_breach_while_half_of_the_zones_are_written_takes_both_home_at_once()
    {
        Happen(Luck.Good);
        _world.Play(new Judge(0, Verdict.Failed, Verdict.Passed, 0));
        Assert.Equal(["Z1", "Z2"], _world.Run.Last.Applies.Select(apply => apply.ZoneId));
        Assert.All(_world.Run.Last.Applies, apply => Assert.True(apply is { Urgent: true, Release: true }));
    }

    [Fact]
    public void A_zone_of_a_roll_back_that_fails_keeps_no_other_from_going_home()
    {
        Happen(Luck.Good);
        Happen(Luck.Good);
        _world.Play(new Ask(OperatorAct.RollBack, WithReason: true, null));
        var applies = _world.Run.Last.Applies.ToList();
        _world.Run.Send(new ChangeFailedEvent(applies[0].Change, ChangeFailure.Lasting, "AccessDenied"));
        _world.Run.Send(_world.Route53.Perform(applies[1], Luck.Good, _world.Run.Now));
        Assert.Equal(RunPhase.RollbackApplying, State.Phase);
        Assert.Equal(["90/10", "100/0"], State.Applied.Select(pair => pair.Weights.ToString()));
    }

    [Fact]
    public void Marks_that_stand_again_after_a_roll_back_are_deleted_by_one_that_knows_of_them()
    {
        new GoodWill(_world).Rounds(12);
        _world.Play(new Ask(OperatorAct.RollBack, WithReason: true, null));
        Until(() => State.Phase == RunPhase.RollbackVerifying);
        _world.Run.Send(new ZoneReadEvent(State.Reading, new PairReading(_world.Run.Plan.Initial, [], Marked: ["Z2"])));
        var apply = Assert.Single(_world.Run.Last.Applies);
        Assert.Equal(("Z2", true, true), (apply.ZoneId, apply.Release, apply.Marked));
    }

    [Fact]
    public void A_rollback_past_the_server_is_taken_for_an_operators_and_cleaned_up()
    {
        new GoodWill(_world).Rounds(12);
        _world.Play(new BreakTheGlass(2));
        Until(() => State.RollbackReason is not null);
        Assert.StartsWith("break-glass by eve at 2026-03-14T", State.RollbackReason, StringComparison.Ordinal);
        new GoodWill(_world).ToTheEnd();
        Assert.Equal(RunPhase.RolledBack, State.Phase);
        Assert.All(ZonePlans.TwoZones.Zones, zone => Assert.False(_world.Route53.HasOwnMarks(zone.Id)));
    }

    [Fact]
    public void Half_a_rollback_past_the_server_is_a_drift_that_says_so()
    {
        new GoodWill(_world).Rounds(12);
        _world.Play(new BreakTheGlass(1));
        Until(() => State.Foreign?.Found is not null);

        Assert.Contains("the ownership mark says break-glass by eve", State.Drift, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_runs_mark_is_a_drift_and_a_roll_back_leaves_it_alone()
    {
        new GoodWill(_world).Rounds(12);
        _world.Play(new ForeignMark(0, Removes: false));
        Until(() => State.Foreign?.Found is not null);

        Assert.Contains("run 99-stranger's", State.Drift, StringComparison.Ordinal);
        Assert.Contains("also marked by another Cutover (run 99-stranger)", State.Drift, StringComparison.Ordinal);
        _world.Run.Send(new OperatorAskedEvent(OperatorAct.Adopt, "ada", "a reason"));
        Assert.True(_world.Run.Last.Decision.Refused);
        _world.Run.Send(new OperatorAskedEvent(OperatorAct.RollBack, "ada", "a reason"));
        new GoodWill(_world).ToTheEnd();
        Assert.Equal(RunPhase.RolledBack, State.Phase);
        Assert.Contains(
            _world.Run.Turns,
            turn => turn.Decision.Reason.Contains("It left alone: wss.lab.example is marked as run 99-stranger's", StringComparison.Ordinal));
        Assert.Contains(_world.Route53.Zones["Z1"].Sets, set => set.Type == "TXT");
    }

    [Fact]
    public void Lowered_TTLs_are_waited_out_and_given_back()
    {
        var world = new RandomWorld(ZonePlans.Waves);
        new GoodWill(world).ToTheEnd();
        var settles = world.Run.Turns.Where(turn => turn.Event is ChangeInSyncEvent && turn.After.Phase == RunPhase.Settling)
            .Select(turn => (turn.After.Until!.Value - turn.At).TotalSeconds);
        Assert.Equal([60, 10, 10, 10, 10, 10], settles);
        Assert.All(world.Route53.Weights, pair => Assert.Equal(("0/100", 60L), (pair.Weights.ToString(), pair.Ttl)));
    }

    private void Until(Func<bool> isSo)
    {
        for (var round = 0; !isSo(); round++)
        {
            Assert.True(round < 60, $"it never came to that: {_world.Run.Last}");
            new GoodWill(_world) { ActsOnDrift = false }.Rounds(1);
        }
    }

    private void Happen(Luck luck)
    {
        _world.Perform(0, luck);
        _world.Deliver(0);
    }
}
