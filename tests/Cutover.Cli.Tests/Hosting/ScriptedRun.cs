using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Tests.Fixtures;
using System.Collections.Immutable;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>A run whose events the test writes; what they come to is decided by the real machine.</summary>
internal sealed class ScriptedRun
{
    private readonly Lock gate = new();
    private readonly Action<ScriptedRun> moved;
    private readonly string startedBy;
    private readonly Plan plan;
    private RunState state;
    private ImmutableArray<DecisionView> decisions = [];

    public ScriptedRun(
        long id, Plan plan, string startedBy, string? reason, DateTimeOffset now, Action<ScriptedRun> moved, bool inPreflight = false)
    {
        (Id, this.plan, Now, this.startedBy, this.moved) = (id, plan, now, startedBy, moved);
        var started = new StartedEvent(startedBy, reason);
        var decision = inPreflight ? RunMachine.Start(plan, started, now) : BegunRun.Start(plan, started, now);
        state = decision.State;
        Record(null, started, decision);
    }

    public long Id { get; }

    public DateTimeOffset Now { get; private set; }

    public RunPhase Phase => state.Phase;

    public ImmutableArray<DecisionView> Decisions => decisions;

    public RunSummaryView Summary
    {
        get
        {
            lock (gate)
            {
                return RunViews.Summary(Id, plan, state, startedBy, state.Phase.IsFinished() ? Now : null, decisions.Length);
            }
        }
    }

    public RunView View => RunViews.Run(Summary, plan, state, live: null, Now);

    public Decision Happen(RunEvent happened, TimeSpan later = default)
    {
        Decision decision;
        lock (gate)
        {
            Now += later;
            var previous = state;
            decision = RunMachine.Decide(plan, previous, happened, Now);
            state = decision.State;
            Record(previous, happened, decision);
        }

        moved(this);
        return decision;
    }

    /// <summary>Route 53 takes the change that was asked for last, and it comes into force; its TTL passes.</summary>
    public ScriptedRun Settle()
    {
        Happen(new ChangeAcceptedEvent(state.Changes, $"C{state.Changes}", null));
        Happen(new ChangeInSyncEvent(state.Changes), TimeSpan.FromSeconds(30));
        Happen(new TickedEvent(), plan.Ttl);
        return this;
    }

    /// <summary>The answers match, the bake goes by and its gate passes, often enough that the run is never blind.</summary>
    public ScriptedRun Pass() => Answer(AnswersVerdict.Matches, 99, 1).Minute().Minute().Minute();

    /// <summary>Someone else writes weights, source/target, into every pair; the zone is read.</summary>
    public ScriptedRun ChangeByHand(int source, int target)
    {
        Happen(new ZoneReadEvent(state.Reading, new PairReading(
            [.. state.Applied.Select(pair => pair with { Weights = new PairWeights(source, target) })], [])));
        return this;
    }

    /// <summary>The name servers answer for every pair.</summary>
    public ScriptedRun Answer(AnswersVerdict verdict, int source, int target)
    {
        Happen(new AnswersObservedEvent(
            state.Answers!.Observation,
            [.. state.Applied.Select(pair => new ObservedAnswers(
                pair.Record, verdict, source, target, 0, 0, $"{pair.Record} was answered {source}/{target}: {verdict}"))]));
        return this;
    }

    public ScriptedRun Judge(Verdict verdict, double value)
    {
        Happen(new GateJudgedEvent("handshakes", About("Envoy", verdict, value), About("HAProxy", Verdict.Passed, 100)));
        return this;
    }

    /// <summary>The zone is found to hold the initial weights, the answers match them, and their TTL passes.</summary>
    public ScriptedRun FinishRollback()
    {
        Happen(new ChangeAcceptedEvent(state.Changes, $"C{state.Changes}", null));
        Happen(new ChangeInSyncEvent(state.Changes), TimeSpan.FromSeconds(30));
        Happen(new ZoneReadEvent(state.Reading, new PairReading(plan.Initial, [])));
        Answer(AnswersVerdict.Matches, 100, 0);
        Happen(new TickedEvent(), plan.Ttl);
        return this;
    }

    /// <summary>A thousand connections that last ten minutes each are counted, so many of them on Envoy.</summary>
    public ScriptedRun Count(int onTarget, string? gap = null)
    {
        var (share, most) = (new Share(onTarget / 10m), new Share(gap is null ? onTarget / 10m : 100));
        Happen(new ConnectionsCountedEvent(new TrafficShares(
            Now, new Share(1.2m), share, share, most, 1_000, new Churn(400, 4_000), gap is null ? [] : [gap]) { IsWhole = gap is null }));
        return this;
    }

    private ScriptedRun Minute()
    {
        Now += TimeSpan.FromMinutes(1);
        return Judge(Verdict.Passed, 100);
    }

    private StackVerdict About(string stack, Verdict verdict, double value) =>
        new(verdict, value, 812, Now - TimeSpan.FromSeconds(15), Now, $"handshakes on {stack}: {value} %: {verdict}")
        {
            Arithmetic = $"{value} %: {verdict}",
        };

    private void Record(RunState? previous, RunEvent happened, Decision decision)
    {
        var who = (happened as OperatorAskedEvent)?.Who ?? (happened as StartedEvent)?.Who;
        decisions = decisions.Add(new DecisionView(
            decisions.Length + 1,
            Now,
            EventNames.Of(happened),
            who,
            decision.State.Phase,
            decision.State.Step + 1,
            decision.Reason,
            decision.Refused,
            Notability.IsNotable(previous, happened, decision)));
    }
}
