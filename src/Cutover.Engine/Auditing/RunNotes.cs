using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Auditing;

/// <summary>What people do to runs, as it goes on record.</summary>
internal static class RunNotes
{
    public static AuditNote Start(Plan plan, long run, StartedEvent started, Origin? origin, RunState state) =>
        new(origin ?? Of(started.Who, started.Person), "run.start")
        {
            Run = run, Playbook = plan.Playbook.Name, Why = started.Why, After = Standing(state, PlanChecksum.Of(plan)),
        };

    /// <summary>An act, done or refused; null for an event that no person asked for.</summary>
    public static AuditNote? Act(Plan plan, long run, Occurrence occurrence, RunState before, Decision decision) =>
        occurrence.Event is not OperatorAskedEvent asked ? null : new(
            occurrence.Origin ?? Of(asked.Who, asked.Person), $"run.{Name(asked.Act)}{(decision.Refused ? ".refused" : string.Empty)}")
        {
            Run = run,
            Playbook = plan.Playbook.Name,
            Why = asked.Why,
            Before = Standing(before),
            After = Standing(decision.State, decision.Reason, occurrence.ApprovalLink),
        };

    private static Origin Of(string who, string? person) => new(who, person);

    private static string Name(OperatorAct act) => act switch
    {
        OperatorAct.RollBack => "roll-back",
        OperatorAct.StepBack => "step-back",
        OperatorAct.Adopt => "accept-drift",
        _ => act.ToString().ToLowerInvariant(),
    };

    private static object Standing(RunState state, string? words = null, long? approvalLink = null) => new
    {
        Phase = state.Phase.ToString(),
        Step = state.Step + 1,
        Hold = state.Hold?.Words,
        Weights = state.Applied.Select(pair => $"{pair.Record} {pair.Weights}"),
        Words = words,
        ApprovalLink = approvalLink,
    };
}
