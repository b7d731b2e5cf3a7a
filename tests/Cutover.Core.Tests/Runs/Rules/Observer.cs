using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>What anyone who reads a run's events can know, without the bookkeeping of the machine.</summary>
internal sealed class Observer(Plan plan)
{
    private readonly Dictionary<string, GateJudgedEvent> _verdicts = [];
    private readonly Dictionary<string, DateTimeOffset> _passedAt = plan.Playbook.Gates.ToDictionary(
        gate => gate.Name, _ => SamplePlans.Noon);
    private readonly HashSet<RecordKey> _matched = [];
    private DateTimeOffset _seenAt = SamplePlans.Noon;
    private ImmutableArray<RecordWeights> _stood = plan.Initial;
    private int? _observation;
    private bool _moved;

    /// <summary>When the weights in force were INSYNC; null while they are not.</summary>
    public DateTimeOffset? InSyncAt { get; private set; }

    /// <summary>When resolvers had let go of what the weights in force replaced; null while they are not in force.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public bool BakeSkipped { get; private set; }

    /// <summary>The latest count, and when it ceases to say anything; null before there was one, and since nobody watched.</summary>
    public (TrafficShares Shares, DateTimeOffset Until)? Counted { get; private set; }

    /// <summary>Every pair's latest telling answers since the INSYNC matched.</summary>
    public bool AnswersMatched => plan.Records.All(record => _matched.Contains(record.Key));

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

        SeeCount(turn);
        SeeMove(turn);
        SeeSkip(turn);
        SeeSync(turn);
        SeeAnswers(turn);
    }

    private void SeeCount(Turn turn)
    {
        if (turn is { WasLive: true, Event: ConnectionsCountedEvent { Shares: var shares } })
        {
            Counted = (shares, (shares.At < turn.At ? shares.At : turn.At) + TimeSpan.FromSeconds(90));
        }
        else if (turn is { WasLive: true, Event: TakenUpEvent })
        {
            Counted = null;
        }
    }

    /// <summary>The latest count is younger than 90 s, and meets the condition whatever is out of sight.</summary>
    public bool HasFollowed(ConnectionShareCondition? until, DateTimeOffset now) => until is null
        || (Counted is { } counted && now < counted.Until && counted.Shares.Resident is not null && counted.Shares.Low >= until.AtLeast);

    // Before the first move of weights there is no traffic that a gate could see.
    private void SeeMove(Turn turn)
    {
        var moved = turn.After.Step >= 0 && plan.Steps[turn.After.Step].Kind != StepKind.LowerTtl;
        // A first move that was put back and is made again at once is a first move once more.
        var again = turn is { Before.Phase: RunPhase.PuttingBack, After.Phase: RunPhase.Applying }
            && plan.Steps.Take(turn.After.Step).All(step => step.Kind == StepKind.LowerTtl);
        foreach (var gate in moved && (!_moved || again) ? plan.Playbook.Gates : [])
        {
            _passedAt[gate.Name] = turn.At;
        }

        _moved = moved;
    }

    // A skip belongs to the bake during which it was asked. A step that was put back had been let go by the bake before it.
    private void SeeSkip(Turn turn)
    {
        var asked = turn.IsAsked(OperatorAct.Skip) && !turn.Decision.Refused;
        var putBack = turn is { Before.Phase: RunPhase.PuttingBack, After.Phase: not RunPhase.PuttingBack };
        BakeSkipped = !IsAdopted(turn) && (putBack || ((BakeSkipped || asked) && turn.Before?.Step == turn.After.Step));
    }

    private void SeeSync(Turn turn)
    {
        var inForce = IsAdopted(turn) || turn is
        {
            Before.Phase: RunPhase.Applying or RunPhase.Syncing or RunPhase.PuttingBack,
            After.Phase: RunPhase.Settling or RunPhase.Baking or RunPhase.AwaitingApproval,
        };
        if (inForce)
        {
            InSyncAt = turn.At;
            SettledAt = turn.At + _stood.LongestTtlBut(turn.After.Applied);
            _matched.Clear();
            _observation = null;
        }
        else if (turn.After.Phase is RunPhase.Applying or RunPhase.Syncing or RunPhase.PuttingBack)
        {
            InSyncAt = SettledAt = null;
        }

        // A step without a bake is left in the decision in which it has settled.
        _stood = turn.After.Phase is RunPhase.Baking ? turn.After.Applied
            : turn.Before is { } before && turn.After.Step > before.Step ? before.Applied
            : _stood;
    }

    private void SeeAnswers(Turn turn)
    {
        if (turn is { WasLive: true, Event: AnswersObservedEvent observed } && observed.Observation == _observation)
        {
            _observation = null;
            _matched.ExceptWith(Of(observed, AnswersVerdict.Differs));
            _matched.UnionWith(Of(observed, AnswersVerdict.Matches));
        }

        _observation = turn.Decision.Commands.OfType<ObserveAnswersCommand>().LastOrDefault()?.Observation ?? _observation;
    }

    private static IEnumerable<RecordKey> Of(AnswersObservedEvent observed, AnswersVerdict verdict) =>
        observed.Answers.Where(answers => answers.Verdict == verdict).Select(answers => answers.Record);

    private static bool IsAdopted(Turn turn) => turn.IsAsked(OperatorAct.Adopt) && !turn.Decision.Refused;

    /// <summary>How long a gate has not passed.</summary>
    public TimeSpan Blind(string gate, DateTimeOffset now) => _moved ? now - _passedAt[gate] : TimeSpan.Zero;

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
