using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Web.Tests.Components;

/// <summary>Brings a run in the database where a test wants it, event by event, by the machine itself.</summary>
internal sealed class Journey(OpenRun run, RunJournal journal, FakeTimeProvider time)
{
    /// <summary>How many raw points each verdict rests on: more than a page shows.</summary>
    public const int PointsOfVerdict = 120;

    private OpenRun run = run;

    public long Id => run.Id;

    public RunState State => run.State;

    public async Task<Journey> TakeAsync(RunEvent happened)
    {
        var now = time.GetUtcNow();
        var decision = RunMachine.Decide(run.Plan, run.State, happened, now);
        await journal.AppendAsync(
            run,
            new Occurrence(happened, null, happened is GateJudgedEvent judged ? [Row(judged, now)] : []),
            decision,
            now,
            TestContext.Current.CancellationToken);
        run = run with { State = decision.State, Sequence = run.Sequence + 1 };
        return this;
    }

    /// <summary>Someone else writes weights, source/target, into every pair; the zones are read.</summary>
    public Task<Journey> ChangeByHandAsync(int source, int target, params PairDifference[] further) => TakeAsync(new ZoneReadEvent(
        State.Reading,
        new PairReading([.. State.Applied.Select(pair => pair with { Weights = new PairWeights(source, target) })], [.. further])));

    /// <summary>The name servers answer for every pair.</summary>
    public Task<Journey> AnswerAsync(AnswersVerdict verdict, int source, int target) => TakeAsync(Answered(verdict, source, target));

    public Task<Journey> AskAsync(OperatorAct act, string? why = null) => TakeAsync(new OperatorAskedEvent(act, "ada", why));

    /// <summary>Lets everything go well until the run is in this phase; a person approves what asks for it.</summary>
    public async Task<Journey> ReachAsync(RunPhase phase)
    {
        for (var turn = 0; State.Phase != phase; turn++)
        {
            Assert.True(turn < 60, $"The run came no further than {State.Phase}.");
            await TakeAsync(Next());
        }

        return this;
    }

    private RunEvent Next() => State switch
    {
        { Pending: [{ ChangeId: null } change, ..] } => new ChangeAcceptedEvent(change.Number, $"C{change.Number}", null),
        { Pending: [{ } change, ..] } => new ChangeInSyncEvent(change.Number),
        { Phase: RunPhase.RollbackVerifying } => new ZoneReadEvent(State.Reading, new PairReading(run.Plan.Initial, [])),
        { Phase: RunPhase.AwaitingApproval } => new OperatorAskedEvent(OperatorAct.Approve, "ada", null),
        { Phase: RunPhase.Baking, Answers.Matched.IsEmpty: true } => Answered(AnswersVerdict.Matches, 99, 1),
        { Phase: RunPhase.Baking } => Later(SampleRuns.Judged(Verdict.Passed, time.GetUtcNow() + TimeSpan.FromSeconds(25))),
        _ => Later(new TickedEvent()),
    };

    private AnswersObservedEvent Answered(AnswersVerdict verdict, int source, int target) => new(
        State.Answers!.Observation,
        [.. State.Applied.Select(pair => new ObservedAnswers(
            pair.Record, verdict, source, target, 0, 0, $"{pair.Record} was answered {source}/{target}: {verdict}"))]);

    private RunEvent Later(RunEvent happened)
    {
        time.Advance(TimeSpan.FromSeconds(25));
        return happened;
    }

    private static ImmutableArray<DataPoint> Points(DateTimeOffset from) =>
        [.. Enumerable.Range(0, PointsOfVerdict).Select(at => new DataPoint(from.AddMilliseconds(at * 80), 90 + (at % 10), 1))];

    private VerdictRecord Row(GateJudgedEvent judged, DateTimeOffset now) => new()
    {
        RunId = run.Id,
        Gate = judged.Gate,
        Stack = StackRole.Target,
        At = now,
        Verdict = judged.Target.Verdict,
        Value = judged.Target.Value,
        Samples = judged.Target.Samples,
        DataFrom = judged.Target.DataFrom,
        DataTo = judged.Target.DataTo,
        Objective = ">= 99.5 %",
        Words = judged.Target.Words,
        Measurements = RunJson.Write(ImmutableArray.Create<Measurement>(new Measured(
            judged.Target.DataFrom, judged.Target.DataTo, judged.Target.Value ?? 0, judged.Target.Samples, Points(judged.Target.DataFrom)))),
    };
}
