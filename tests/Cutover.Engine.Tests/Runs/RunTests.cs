using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;

namespace Cutover.Engine.Tests.Runs;

public sealed class RunTests
{
    private const string TwoSteps = "  - { weight: 50 %, bake: 1s }\n  - { weight: 100 %, bake: 1s }";

    [Fact]
    public async Task A_healthy_target_gets_all_the_traffic_and_the_run_completes()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(TwoSteps));

        var view = await engine.UntilPhaseAsync(run, RunPhase.Completed);

        Assert.Equal("0/100", engine.Weights());
        Assert.Equal(1, view.Summary.AskedShare);
        Assert.Null(view.Summary.WakeAt);
    }

    [Fact]
    public async Task A_target_that_refuses_handshakes_loses_the_traffic_without_a_hand()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook("  - { weight: 50 %, bake: 30s }\n  - { weight: 100 %, bake: 1s }"));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        engine.Lab.Target.Dials.RefuseHandshakes = 30;
        var view = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Equal("100/0", engine.Weights());
        Assert.Contains("handshakes on Envoy", view.RollbackReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_both_stacks_holds_for_a_person()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook("  - { weight: 50 %, bake: 30s }\n  - { weight: 100 %, bake: 1s }"));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        // Source first: the other way round there is a moment in which only the target fails.
        engine.Lab.Source.Dials.RefuseHandshakes = 100;
        await engine.UntilAsync(run, view => view.Gates.Any(gate => gate.Source?.Verdict == Core.Gates.Verdict.Failed));
        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        await engine.UntilAsync(run, view => view.Summary.Hold?.Reason == HoldReason.BothStacksFail);

        Assert.Equal("50/50", engine.Weights());
    }

    [Fact]
    public async Task A_person_can_pause_resume_approve_and_roll_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook("  - { weight: 10 %, bake: 1s }\n  - { weight: 100 %, bake: 60s, approval: required }"));

        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Pause, "checking something"));
        await engine.UntilAsync(run, view => view.Summary is { Phase: RunPhase.Baking, Hold.Reason: HoldReason.Operator } && view.Gates.All(gate => gate.Target?.Verdict == Core.Gates.Verdict.Passed));
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Resume));
        await engine.UntilPhaseAsync(run, RunPhase.AwaitingApproval);
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Approve));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);
        Assert.Equal("0/100", engine.Weights());
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "pager"));
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Equal("100/0", engine.Weights());
        Assert.IsType<ActRefused>(await engine.ActAsync(run, OperatorAct.RollBack));
        Assert.IsType<RunUnknown>(await engine.ActAsync(run + 1, OperatorAct.RollBack));
    }

    [Fact]
    public async Task A_run_goes_on_after_the_engine_was_restarted()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(TwoSteps));
        await engine.UntilPhaseAsync(run, RunPhase.Settling);

        await engine.RestartAsync();
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        Assert.Equal("0/100", engine.Weights());
    }

    [Fact]
    public async Task Replaying_the_journal_gives_the_stored_state()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(TwoSteps));
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        var (row, journal) = (await engine.RowAsync(run), await engine.JournalAsync(run));
        var plan = RunJson.Read<Plan>(row.Plan);
        var state = RunMachine.Start(plan, RunJson.Read<RunEvent>(journal[0].Event) as StartedEvent ?? throw new InvalidOperationException(), journal[0].At).State;
        foreach (var decision in journal.Skip(1))
        {
            state = RunMachine.Decide(plan, state, RunJson.Read<RunEvent>(decision.Event), decision.At).State;
        }

        Assert.Equal(row.State, RunJson.Write(state));
        Assert.Equal(Enumerable.Range(1, journal.Count).Select(number => (long)number), journal.Select(decision => decision.Sequence));
    }

    [Fact]
    public async Task A_foreign_change_holds_the_run_and_is_not_overwritten_until_a_person_rolls_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook("  - { weight: 50 %, bake: 60s }\n  - { weight: 100 %, bake: 1s }"));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        var pair = engine.Lab.Zone.Accepted.Find(Lab.LabOptions.Record + ".", "A", Lab.LabWorld.TargetName)!;
        engine.Lab.Zone.Seed(pair with { Weight = 77 });
        var drifted = await engine.UntilAsync(run, view => view.Summary.Hold?.Reason == HoldReason.Drifted);

        Assert.Contains("50/77", drifted.Drift, StringComparison.Ordinal);
        Assert.Equal("50/77", engine.Weights());
        Assert.IsType<ActRefused>(await engine.ActAsync(run, OperatorAct.Resume));
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "taking it home"));
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);
        Assert.Equal("100/0", engine.Weights());
        Assert.Contains(await engine.JournalAsync(run), decision => decision.Reason.Contains("It replaced weights are", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_run_on_the_same_record_is_refused_by_name()
    {
        await using var engine = await LabEngine.StartAsync();
        var first = await engine.StartRunAsync(engine.Playbook("  - { weight: 50 %, bake: 60s }\n  - { weight: 100 %, bake: 1s }"));

        var second = await engine.Runs.StartAsync(engine.Playbook(TwoSteps), "bob", null, TestContext.Current.CancellationToken);

        var refused = Assert.IsType<PlanNotPossible>(Assert.IsType<RunNotStarted>(second).Plan);
        Assert.Contains(refused.Refusals, refusal => refusal.Message == $"the open run #{first} moves it");
    }
}
