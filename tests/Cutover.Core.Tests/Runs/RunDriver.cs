using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs;

/// <summary>Plays events against the machine and keeps the journal.</summary>
internal sealed class RunDriver
{
    private readonly List<Turn> _turns = [];

    public RunDriver(Plan plan, string? why = null)
    {
        Plan = plan;
        var started = new StartedEvent("ada", why);
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

    public void Pass(TimeSpan time) => Now += time;

    public void PassUntil(DateTimeOffset time) => Now = time > Now ? time : Now;
}
