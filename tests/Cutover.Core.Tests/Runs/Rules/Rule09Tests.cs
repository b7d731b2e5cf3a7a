using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule09Tests
{
    [Fact]
    public void Nothing_is_written_while_the_zone_is_known_to_be_someone_elses() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { Before.Drift: not null, After.Drift: not null }),
        turn => Assert.All(
            turn.Applies.Where(apply => turn.Before!.Foreign!.Zones.Contains(apply.ZoneId)
                && turn.After.Foreign!.Zones.Contains(apply.ZoneId)),
            apply => Assert.True(apply.Overwrite || apply.Shown is not null, "it wrote into a zone that it knew to be changed"))));

    [Fact]
    public void A_drifted_run_is_held_and_cannot_be_resumed() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => !turn.After.Phase.IsFinished() && turn.After.Drift is not null),
        turn =>
        {
            Assert.NotNull(turn.After.Hold);
            Assert.False(turn.IsAsked(OperatorAct.Resume) && !turn.Decision.Refused, "it was resumed over a drift");
        }));

    [Fact]
    public void Only_what_the_run_itself_wrote_counts_as_known() => RandomRuns.Obey((plan, turns) =>
    {
        var adopted = turns.Where(turn => turn.IsAsked(OperatorAct.Adopt) && !turn.Decision.Refused).Select(turn => turn.After.Applied);
        var own = Enumerable.Range(0, plan.Steps.Length).Select(plan.WeightsOf).Append(plan.Initial).Concat(adopted).ToList();
        Assert.All(turns.SelectMany(turn => turn.Applies), apply => Assert.All(
            apply.Known, known => Assert.Contains(own, weights => weights.In(apply.ZoneId).SameAs(known))));
    });

    [Fact]
    public void Overwriting_is_asked_for_by_a_person_and_only_for_the_initial_weights() => RandomRuns.Obey((plan, turns) =>
    {
        var asked = new HashSet<int>();
        foreach (var turn in turns)
        {
            asked.UnionWith(turn.IsAsked(OperatorAct.RollBack) && !turn.Decision.Refused ? turn.Applies.Select(apply => apply.Change) : []);
            Assert.All(turn.Applies.Where(apply => apply.Overwrite), apply =>
            {
                Assert.Contains(apply.Change, asked);
                Assert.True(apply.Wanted.SameAs(plan.Initial.In(apply.ZoneId)));
            });
        }
    });

    [Fact]
    public void What_is_replaced_without_a_roll_back_was_shown_before() => RandomRuns.GoOn(
        world => Assert.All(world.Route53.Replaced, replaced => Assert.Contains(
            world.Run.Turns,
            turn => turn.After.Foreign?.Found is { } found && found.Weights.In(replaced.Write.ZoneId).SameAs(replaced.Weights))),
        runs: 400);

    [Fact]
    public void Nobody_but_a_person_who_saw_it_has_someone_elses_change_written_over() => RandomRuns.Obey((_, turns) =>
    {
        var asked = new HashSet<int>();
        foreach (var turn in turns)
        {
            asked.UnionWith(turn.IsAsked(OperatorAct.Restore) && !turn.Decision.Refused
                ? turn.After.Pending.Where(change => change.Shown is not null).Select(change => change.Number)
                : []);
            Assert.All(turn.Applies.Where(apply => apply.Shown is not null), apply => Assert.Contains(apply.Change, asked));
        }
    });

    [Fact]
    public void What_a_roll_back_replaced_is_said() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { Event: ChangeAcceptedEvent { Replaced: not null } accepted, WasLive: true }
            && turn.Before!.Pending.Any(change => change.Number == accepted.Change && change is { ChangeId: null, Asked: true })),
        turn => Assert.Contains(((ChangeAcceptedEvent)turn.Event).Replaced!, turn.Decision.Reason, StringComparison.Ordinal)));

    [Fact]
    public void A_foreign_zone_that_was_read_is_noticed_at_once() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { WasLive: true, Event: ZoneReadEvent read }
            && read.Found.Differences.Any(difference => difference.Kind != DifferenceKind.Mark)
            && read.Reading == turn.Before!.Reading
            && turn.Before.Pending.IsEmpty),
        turn => Assert.True(turn.After.Drift is not null && turn.After.Hold is not null)));
}
