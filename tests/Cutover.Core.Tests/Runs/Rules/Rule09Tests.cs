using Cutover.Core.Dns;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule09Tests
{
    [Fact]
    public void Nothing_is_written_while_the_zone_is_known_to_be_someone_elses() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { Before.Drift: not null, After.Drift: not null }),
        turn => Assert.All(turn.Applies, apply => Assert.True(apply.Overwrite, "it wrote into a zone that it knew to be changed"))));

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
        var own = Enumerable.Range(0, plan.Steps.Length).Select(plan.WeightsOf).Append(plan.Initial).ToList();
        Assert.All(
            turns.SelectMany(turn => turn.Applies).SelectMany(apply => apply.Known),
            known => Assert.Contains(own, weights => weights.SameAs(known)));
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
                Assert.True(apply.Wanted.SameAs(plan.Initial));
            });
        }
    });

    [Fact]
    public void What_a_roll_back_replaced_is_said() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { Event: ChangeAcceptedEvent { Replaced: not null } accepted, WasLive: true }
            && turn.Before!.Pending.FirstOrDefault()?.Number == accepted.Change
            && turn.Before.Pending[0].ChangeId is null),
        turn => Assert.Contains(((ChangeAcceptedEvent)turn.Event).Replaced!, turn.Decision.Reason, StringComparison.Ordinal)));

    [Fact]
    public void A_foreign_zone_that_was_read_is_noticed_at_once() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { WasLive: true, Event: ZoneReadEvent { Found.Differences.IsEmpty: false } read }
            && read.Reading == turn.Before!.Reading
            && turn.Before.Pending.FirstOrDefault() is null),
        turn => Assert.True(turn.After.Drift is not null && turn.After.Hold is not null)));
}
