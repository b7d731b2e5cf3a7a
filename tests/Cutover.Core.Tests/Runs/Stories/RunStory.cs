using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Notifications;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Stories;

/// <summary>One run told in sentences. The zone, the gates and the people do what the story says, and nothing else.</summary>
internal sealed class RunStory(Plan plan)
{
    private readonly RunDriver _run = new(plan, "moving to Envoy");

    public static RunStory Given_a_run() => new RunStory(SamplePlans.Simple).The_preflight_passes();

    public static RunStory Given_a_run_in_preflight(Plan? plan = null) => new(plan ?? SamplePlans.Simple);

    public static RunStory Given_a_run_that_bakes_step(int step)
    {
        var story = Given_a_run();
        for (var before = 1; before < step; before++)
        {
            story.Reaches_baking().The_gates_pass_and_bake_is_over();
            _ = story.Phase == RunPhase.AwaitingApproval ? story.Someone_approves_step(before + 1) : story;
        }

        return story.Reaches_baking();
    }

    private RunPhase Phase => _run.State.Phase;

    public RunStory The_preflight_passes()
    {
        _run.PassPreflight();
        return this;
    }

    public RunStory The_stacks_answer(DialAnswer source, DialAnswer target)
    {
        _run.Compare(source, target);
        return this;
    }

    public RunStory Route_53_accepts(string? replacing = null) =>
        Hears(new ChangeAcceptedEvent(_run.State.Changes, $"C{_run.State.Changes}", replacing));

    public RunStory The_change_is_in_sync() => Hears(new ChangeInSyncEvent(_run.State.Changes));

    public RunStory The_change_is_pending() => Hears(new ChangePendingEvent(_run.State.Changes));

    public RunStory The_change_cannot_be_asked_after(string why) => Hears(new ChangeUncheckedEvent(_run.State.Changes, why));

    public RunStory The_change_fails(ChangeFailure failure, string why) => Hears(new ChangeFailedEvent(_run.State.Changes, failure, why));

    public RunStory Route_53_does_not_know_the_change() => Hears(new ChangeUnknownEvent(_run.State.Changes, "NoSuchChange"));

    public RunStory Reaches_baking() => Route_53_accepts().The_change_is_in_sync().The_answers_match().After(10);

    public RunStory The_answers_match() => The_answers_are(AnswersVerdict.Matches);

    public RunStory The_answers_are(AnswersVerdict verdict) => Hears(new AnswersObservedEvent(
        _run.State.Observations,
        [.. plan.Records.Select(record => new ObservedAnswers(record.Key, verdict, 50, 50, 0, 0, $"{record.Key}: {verdict}"))]));

    public RunStory The_gates_pass_and_bake_is_over() => After(10).The_gate_says(Verdict.Passed);

    public RunStory The_gate_says(Verdict target, Verdict source = Verdict.Passed) =>
        _run.Plan.Playbook.Gates.Aggregate(this, (story, gate) => story.Hears(
            new GateJudgedEvent(gate.Name, Stack(gate, "Envoy", target), Stack(gate, "HAProxy", source))));

    public RunStory The_zone_is_read_as(int source, int target) => The_zone_is_read_as(source, target, ReadNumber);

    /// <summary>As if the reading had just been asked for.</summary>
    public RunStory The_zone_is_read_at_that_moment_as(int source, int target) => The_zone_is_read_as(source, target, _run.State.Reading);

    /// <summary>The latest number that a reading of the zone was asked for with.</summary>
    public int ReadNumber =>
        _run.Turns.SelectMany(turn => turn.Decision.Commands).OfType<ReadZoneCommand>().Select(read => read.Reading).LastOrDefault();

    public RunStory The_zone_is_read_as(int source, int target, int number) =>
        Hears(new ZoneReadEvent(
            number, new PairReading([.. plan.Initial.Select(pair => pair with { Weights = new PairWeights(source, target) })], [])));

    public RunStory Someone_asks(OperatorAct act, string? why = "a reason") => Hears(new OperatorAskedEvent(act, "ada", why));

    public RunStory Someone_approves_step(int step) => Hears(new OperatorAskedEvent(OperatorAct.Approve, "ada", null, step - 1));

    public RunStory The_connections_are(int? percent, int? atMost = null) => Hears(new ConnectionsCountedEvent(
        Counts.Of(_run.Now, percent, percent ?? 0, atMost ?? percent ?? 100)));

    public RunStory After(int seconds)
    {
        _run.Pass(TimeSpan.FromSeconds(seconds));
        return Hears(new TickedEvent());
    }

    public RunStory No_host_runs_for(int seconds)
    {
        _run.Pass(TimeSpan.FromSeconds(seconds));
        return Hears(new TakenUpEvent());
    }

    public RunStory Then_it_is(RunPhase phase)
    {
        Assert.Equal(phase, Phase);
        return this;
    }

    public RunStory Then_it_is_held_for(HoldReason? reason)
    {
        Assert.Equal(reason, _run.State.Hold?.Reason);
        return this;
    }

    public RunStory Then_it_asks_for(int source, int target)
    {
        var apply = Assert.Single(_run.Last.Applies);
        Assert.All(apply.Wanted, pair => Assert.Equal(new PairWeights(source, target), pair.Weights));
        return this;
    }

    public RunStory Then_it_asks_for_nothing()
    {
        Assert.Empty(_run.Last.Applies);
        return this;
    }

    public RunStory Then_it_observes()
    {
        Assert.Single(_run.Last.Decision.Commands.OfType<ObserveAnswersCommand>());
        return this;
    }

    public RunStory Then_it_observes_nothing()
    {
        Assert.DoesNotContain(_run.Turns.SelectMany(turn => turn.Decision.Commands), command => command is ObserveAnswersCommand);
        return this;
    }

    public RunStory Then_it_reads_the_zone()
    {
        Assert.Single(_run.Last.Decision.Commands.OfType<ReadZoneCommand>());
        return this;
    }

    public RunStory Then_it_overwrites_only(int source, int target)
    {
        var apply = Assert.Single(_run.Last.Applies);
        Assert.False(apply.Overwrite);
        Assert.All(apply.Shown!.Weights, pair => Assert.Equal(new PairWeights(source, target), pair.Weights));
        return this;
    }

    public RunStory Then_it_is_refused(string reason)
    {
        Assert.True(_run.Last.Decision.Refused);
        return Then_it_says(reason);
    }

    public RunStory Then_it_says(string words)
    {
        Assert.Contains(words, _run.Last.Decision.Reason, StringComparison.Ordinal);
        return this;
    }

    /// <summary>What people outside of the dashboard are told of the latest decision: exactly these.</summary>
    public RunStory Then_it_tells(params NotificationEvent[] events)
    {
        Assert.Equal(events, Notices.Select(notice => notice.Event));
        return this;
    }

    public RunStory Then_it_tells(NotificationEvent happened, string words, string? waitsFor, string before, string after)
    {
        var notice = Assert.Single(Notices, notice => notice.Event == happened);
        Assert.Contains(words, notice.Words, StringComparison.Ordinal);
        Assert.Equal((waitsFor, before, after), (notice.WaitsFor, notice.Before.InWords(), notice.After.InWords()));
        return this;
    }

    private IEnumerable<RunNotice> Notices => RunNotices.Of(plan, _run.Last.Before, _run.Last.Event, _run.Last.Decision);

    public RunStory Then_it_announces(Severity severity, string words)
    {
        Assert.Contains(
            _run.Last.Decision.Commands.OfType<AnnounceCommand>(),
            said => said.Severity == severity && said.Words.Contains(words, StringComparison.Ordinal));
        return this;
    }

    /// <summary>The words of a reading that differs count from the latest number asked for.</summary>
    public RunStory Then_the_change_knows(int source, int target)
    {
        Assert.Contains(
            Assert.Single(_run.Last.Applies).Known, known => known.All(pair => pair.Weights == new PairWeights(source, target)));
        return this;
    }

    private RunStory Hears(RunEvent happened)
    {
        _run.Send(happened);
        return this;
    }

    private StackVerdict Stack(Gate gate, string stack, Verdict verdict) =>
        new(verdict, SamplePlans.ValueOf(gate, verdict), 100, _run.Now - gate.Window, _run.Now, $"{gate.Name} on {stack}: {verdict}") { Arithmetic = $"{verdict}" };
}
