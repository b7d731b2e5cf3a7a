using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>What holds before the first write, told from the events alone.</summary>
public sealed class PreflightRuleTests
{
    [Fact]
    public void Nothing_is_written_before_every_gate_passed_on_both_stacks_and_both_answered_alike() => RandomRuns.Obey((plan, turns) =>
    {
        var seen = new Seen(plan);
        foreach (var turn in turns.TakeWhile(turn => turn.Before is null || turn.Before.Preflight is not null))
        {
            seen.See(turn);
            var asked = turn.IsAsked(OperatorAct.RollBack) || turn.IsAsked(OperatorAct.Restore) || turn.SeesBreakGlass || seen.Restoring;
            Assert.True(
                asked || seen.Skipped || seen.IsProven(turn.At) || (!turn.Applies.Any() && turn.After.Step < 0),
                $"it wrote before everything was proven: {turn}");
        }
    });

    [Fact]
    public void A_target_that_fails_before_anything_moved_holds_the_run_and_moves_nothing() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { WasForward: true, Before.Preflight: not null }
            && turn.Event is GateJudgedEvent { Target.Verdict: Verdict.Failed } judged
            && turn.Before.Gates.ContainsKey(judged.Gate)),
        turn =>
        {
            Assert.Empty(turn.Applies);
            Assert.True(turn.After is { Preflight: not null, Hold.Reason: not HoldReason.Operator }, $"it is not held: {turn}");
        }));

    [Fact]
    public void A_run_in_preflight_is_woken_when_its_time_is_up() => RandomRuns.Obey((plan, turns) =>
    {
        var since = SamplePlans.Noon;
        foreach (var turn in turns)
        {
            since += turn.Event is TakenUpEvent ? turn.At - turn.Before!.DecidedAt : TimeSpan.Zero;
            since = turn.IsAsked(OperatorAct.Resume) && !turn.Decision.Refused ? turn.At : since;
            var deadline = since + plan.Playbook.NoData.HoldAfter;
            if (turn.After is { Phase: RunPhase.Preflight, Preflight.Skipped: false })
            {
                Assert.True(
                    deadline <= turn.At
                        ? turn.After.Hold?.Reason is not (null or HoldReason.Operator) || WaitsForAPersonOnly(plan, turn) || IsJustHeld(plan, turn)
                        : turn.After.WakeAt <= deadline,
                    $"it waits for ever: {turn}");
            }
        }
    });

    // Nothing is missing any more, and the person who holds it need only let it go on.
    private static bool WaitsForAPersonOnly(Plan plan, Turn turn) =>
        RunMachine.Decide(plan, turn.After, new OperatorAskedEvent(OperatorAct.Resume, "ada", "a reason"), turn.At).State.Preflight is null;

    // A person put the zone in order and holds the run; the next reading of the zone says at the latest what is missing.
    private static bool IsJustHeld(Plan plan, Turn turn) =>
        turn.After.Hold is { Reason: HoldReason.Operator } hold && turn.At <= hold.Since + plan.Pace.ZoneRead;

    [Fact]
    public void No_run_is_in_preflight_once_it_has_begun_a_step() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.After.Step >= 0 || turn.After.Phase.IsRollback()), turn => Assert.Null(turn.After.Preflight)));

    /// <summary>What anyone who reads the events knows of both stacks.</summary>
    private sealed class Seen(Plan plan)
    {
        private readonly Dictionary<string, GateJudgedEvent> _judged = [];
        private readonly Dictionary<string, DialComparison> _compared = [];

        public bool Skipped { get; private set; }

        /// <summary>A person had someone else's change written over.</summary>
        public bool Restoring { get; private set; }

        public void See(Turn turn)
        {
            Skipped |= turn.IsAsked(OperatorAct.Skip) && !turn.Decision.Refused;
            Restoring = turn.Before?.Phase is RunPhase.PuttingBack || turn.After.Phase is RunPhase.PuttingBack;
            if (turn.Event is GateJudgedEvent judged)
            {
                _judged[judged.Gate] = judged;
            }

            if (turn.Event is DialsComparedEvent { Comparison: var comparison })
            {
                _compared[comparison.Cohort ?? string.Empty] = comparison;
            }
        }

        public bool IsProven(DateTimeOffset now) =>
            plan.Playbook.Gates.All(gate => _judged.TryGetValue(gate.Name, out var judged)
                && Passes(gate, judged.Source, now)
                && (Passes(gate, judged.Target, now) || (gate.Source is CloudWatchMetric && IsIdle(gate, judged.Target))))
            && (plan.Playbook.Gates.All(gate => gate.Source is not WebSocketProbe)
                || (_compared.TryGetValue(string.Empty, out var compared) && IsAlike(compared)));

        private static bool Passes(Gate gate, StackVerdict? verdict, DateTimeOffset now) =>
            verdict is { Verdict: Verdict.Passed } && now - verdict.DataTo <= gate.Freshness;

        private static bool IsIdle(Gate gate, StackVerdict verdict) =>
            verdict is { Verdict: Verdict.Inconclusive } && (verdict.Value is null || verdict.Samples < gate.MinSamples);

        private static bool IsAlike(DialComparison compared) =>
            compared is { Source.Usual: { } source, Target.Usual: { } target } && source == target;
    }
}
