using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs;

/// <summary>Plays events against the machine and keeps the journal.</summary>
internal sealed class RunDriver
{
    private readonly List<Turn> _turns = [];

    public RunDriver(Plan plan, string? why = null)
    {
        Plan = plan;
        var started = new StartedEvent("ada", why, "ada");
        var decision = RunMachine.Start(plan, started, Now);
        _turns.Add(new Turn(Now, null, started, decision));
    }

    public Plan Plan { get; }

    public DateTimeOffset Now { get; private set; } = SamplePlans.Noon;

    public RunState State => Last.Decision.State;

    public Turn Last => _turns[^1];

    public IReadOnlyList<Turn> Turns => _turns;

    public Decision Send(RunEvent happened)
    {
        var before = State;
        _turns.Add(new Turn(Now, before, happened, RunMachine.Decide(Plan, before, happened, Now)));
        return Last.Decision;
    }

    /// <summary>Every gate passes on both stacks, and both answer alike: the first step begins, or asks for its approval.</summary>
    public RunDriver PassPreflight()
    {
        if (Plan.Playbook.Gates.Any(gate => gate.Source is WebSocketProbe))
        {
            Compare(new DialAnswer(101), new DialAnswer(101));
        }

        foreach (var gate in Plan.Playbook.Gates)
        {
            var verdict = new StackVerdict(
                Verdict.Passed, SamplePlans.ValueOf(gate, Verdict.Passed), 100, Now - gate.Window, Now, $"{gate.Name}: Passed");
            Send(new GateJudgedEvent(gate.Name, verdict, verdict));
        }

        return this;
    }

    /// <summary>Both stacks answer, alike or not, so often that it can be told.</summary>
    public Decision Compare(DialAnswer source, DialAnswer target) => Send(new DialsComparedEvent(new DialComparison(
        null, DialAnswers.Of(Enumerable.Repeat(source, 10)), DialAnswers.Of(Enumerable.Repeat(target, 10)))));

    public void Pass(TimeSpan time) => Now += time;

    public void PassUntil(DateTimeOffset time) => Now = time > Now ? time : Now;
}
