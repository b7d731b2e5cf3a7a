using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Tests.Fixtures;

/// <summary>A run whose preflight passed in the moment in which it was started, for tests of what comes after it.</summary>
internal static class BegunRun
{
    /// <summary>The start and the end of its preflight as one decision.</summary>
    public static Decision Start(Plan plan, StartedEvent started, DateTimeOffset now)
    {
        var start = RunMachine.Start(plan, started, now);
        var begun = Proof(plan, now).Aggregate(start, (last, proof) => RunMachine.Decide(plan, last.State, proof, now));
        return begun with { Reason = $"{start.Reason} {begun.Reason}" };
    }

    /// <summary>What lets a run in preflight begin its first step.</summary>
    public static IEnumerable<RunEvent> Proof(Plan plan, DateTimeOffset now)
    {
        if (plan.Playbook.Gates.Any(gate => gate.Source is WebSocketProbe))
        {
            var alike = DialAnswers.Of(Enumerable.Repeat(new DialAnswer(101), 10));
            yield return new DialsComparedEvent(new DialComparison(null, alike, alike));
        }

        foreach (var gate in plan.Playbook.Gates)
        {
            var (target, source) = (Passed(gate, plan.Playbook.Stacks.Target), Passed(gate, plan.Playbook.Stacks.Source));
            yield return new GateJudgedEvent(gate.Name, target, gate.Source.IsPerStack ? source : null);
        }

        StackVerdict Passed(Gate gate, Stack stack) =>
            new(Verdict.Passed, 100, 100, now - gate.Window, now, $"{gate.Name} on {stack.Name}: Passed");
    }
}
