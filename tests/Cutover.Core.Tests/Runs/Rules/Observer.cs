using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>What anyone who reads a run's events can know, without the bookkeeping of the machine.</summary>
internal sealed class Observer(Plan plan)
{
    private readonly Dictionary<string, GateJudgedEvent> _verdicts = [];
    private readonly Dictionary<string, DateTimeOffset> _passedAt = plan.Playbook.Gates.ToDictionary(
        gate => gate.Name, _ => SamplePlans.Noon);
    private DateTimeOffset _seenAt = SamplePlans.Noon;

    /// <summary>When the weights in force were INSYNC; null while they are not.</summary>
    public DateTimeOffset? InSyncAt { get; private set; }

    public bool BakeSkipped { get; private set; }

    /// <summary>A gate's latest verdict fails on the target and not on the source.</summary>
    public bool TargetFails => _verdicts.Values.Any(judged => Failed(judged.Target) && !Failed(judged.Source));

    /// <summary>A gate's latest verdict fails on both stacks.</summary>
    public bool BothFail => _verdicts.Values.Any(judged => Failed(judged.Target) && Failed(judged.Source));

    public void See(Turn turn)
    {
        if (turn is { Event: GateJudgedEvent judged, WasLive: true } && _passedAt.TryGetValue(judged.Gate, out var passedAt))
        {
            _verdicts[judged.Gate] = judged;
            _passedAt[judged.Gate] = judged.Target.Verdict == Verdict.Passed ? turn.At : passedAt;
        }

        // Nobody looked since the event before: that time is not blindness.
        if (turn is { Event: TakenUpEvent, WasLive: true })
        {
            foreach (var gate in plan.Playbook.Gates)
            {
                _passedAt[gate.Name] += turn.At - _seenAt;
            }
        }

        _seenAt = turn.At;

        // A skip belongs to the bake during which it was asked.
        BakeSkipped = (BakeSkipped || (turn.IsAsked(OperatorAct.Skip) && !turn.Decision.Refused)) && turn.Before?.Step == turn.After.Step;
        InSyncAt = turn switch
        {
            { Before.Phase: RunPhase.Syncing, Event: ChangeInSyncEvent, After.Phase: not RunPhase.Syncing } => turn.At,
            { After.Phase: RunPhase.Applying or RunPhase.Syncing } => null,
            _ => InSyncAt,
        };
    }

    /// <summary>How long a gate has not passed.</summary>
    public TimeSpan Blind(string gate, DateTimeOffset now) => now - _passedAt[gate];

    /// <summary>The longest that any gate has not passed.</summary>
    public TimeSpan Blindest(DateTimeOffset now) => _passedAt.Keys.Select(gate => Blind(gate, now)).DefaultIfEmpty().Max();

    public bool SourceFails(string gate) => _verdicts.TryGetValue(gate, out var judged) && Failed(judged.Source);

    /// <summary>The longest that a gate whose source does not fail has not passed: what a roll back could help.</summary>
    public TimeSpan BlindestOnTargetOnly(DateTimeOffset now) =>
        _passedAt.Keys.Where(gate => !SourceFails(gate)).Select(gate => Blind(gate, now)).DefaultIfEmpty().Max();

    /// <summary>Every gate's latest verdict is a pass on fresh data that is all newer than the end of the settle.</summary>
    public bool AllPassedSince(DateTimeOffset settled, DateTimeOffset now) => plan.Playbook.Gates.All(gate =>
        _verdicts.TryGetValue(gate.Name, out var judged) && judged.Target is { Verdict: Verdict.Passed } target
        && target.DataFrom >= settled && now - target.DataTo <= gate.Freshness);

    private static bool Failed(StackVerdict? verdict) => verdict?.Verdict == Verdict.Failed;
}
