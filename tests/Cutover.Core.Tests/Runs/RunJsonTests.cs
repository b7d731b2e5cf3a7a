using System.Text.Json;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs;

public sealed class RunJsonTests
{
    [Fact]
    public void A_journal_can_be_read_by_a_person() => Assert.Equal(
        """{"event":"operator-asked","act":"RollBack","who":"ada","why":"enough"}""",
        RunJson.Write<RunEvent>(new OperatorAskedEvent(OperatorAct.RollBack, "ada", "enough")));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0.1)]
    [InlineData(null)]
    public void Every_value_that_was_judged_is_read_back(double? value)
    {
        var judged = new GateJudgedEvent(
            "handshakes", new StackVerdict(Verdict.Inconclusive, value, 7, SamplePlans.Noon.AddTicks(1), SamplePlans.Noon, "words"), null);
        Assert.Equal(judged, RunJson.Read<RunEvent>(RunJson.Write<RunEvent>(judged)));
    }

    [Fact]
    public void A_plan_that_was_read_back_is_the_same_plan() => Assert.All(SamplePlans.All, plan =>
    {
        var read = RunJson.Read<Plan>(RunJson.Write(plan));
        Assert.Equal(plan.Initial, read.Initial);
        Assert.Equal(RunJson.Write(plan.Steps), RunJson.Write(read.Steps));
        Assert.Equal(plan.Pace, read.Pace);
        Assert.Equal(plan.Playbook.NoData, read.Playbook.NoData);
        Assert.Equal(plan.Playbook.Stacks, read.Playbook.Stacks);
        Assert.Equal(
            plan.Playbook.Gates.Select(gate => (gate.Name, gate.Goal, gate.Source.GetType())),
            read.Playbook.Gates.Select(gate => (gate.Name, gate.Goal, gate.Source.GetType())));
        Assert.Equal(
            plan.Playbook.Gates.Select(gate => gate.Source.IsPerStack), read.Playbook.Gates.Select(gate => gate.Source.IsPerStack));
    });

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"event":"exploded"}""")]
    [InlineData("")]
    public void What_was_not_written_here_is_not_read(string text)
    {
        var failure = Record.Exception(() => RunJson.Read<RunEvent>(text));
        Assert.True(failure is JsonException or NotSupportedException, failure?.GetType().Name ?? "it was read");
    }

    [Fact]
    public void The_same_gates_come_back_in_the_same_order() => Assert.Equal(
        ["Errors", "handshakes"],
        RunJson.Read<RunState>(RunJson.Write(new RunDriver(SamplePlans.TwoPairs).State)).Gates.Keys);

    [Fact]
    public void Each_sort_of_goal_is_read_back() => Assert.All(
        new Goal[]
        {
            new Objective(Comparison.Less, 5, ObjectiveUnit.Number),
            new RelativeObjective(Comparison.LessOrEqual, 1.1, 0.1, ObjectiveUnit.Percent),
            new BurnObjective(99.95m, TimeSpan.FromDays(30), 2),
            new BurnObjective(99m, TimeSpan.FromDays(7), null),
        },
        goal => Assert.Equal(goal, RunJson.Read<Goal>(RunJson.Write(goal))));

    [Fact]
    public void A_gate_from_before_goals_had_sorts_has_an_absolute_objective()
    {
        var json = RunJson.Write(SamplePlans.Errors);
        var old = json.Replace("""{"goal":"absolute",""", "{", StringComparison.Ordinal);
        Assert.Contains("\"objective\":{", old, StringComparison.Ordinal);
        Assert.DoesNotContain("\"goal\"", old, StringComparison.Ordinal);
        Assert.Equal(SamplePlans.Errors.Goal, RunJson.Read<Gate>(old).Goal);
    }

    [Fact]
    public void A_state_from_before_connections_were_counted_is_read()
    {
        var run = new RunDriver(SamplePlans.Following);
        run.Send(new ConnectionsCountedEvent(Random.Counts.Of(run.Now, 31, 31, 31)));
        var written = System.Text.Json.Nodes.JsonNode.Parse(RunJson.Write(run.State))!.AsObject();
        Assert.True(written.Remove("connections"));

        Assert.Null(RunJson.Read<RunState>(written.ToJsonString()).Connections);
    }

    [Fact]
    public void A_share_keeps_its_digits() => Assert.Equal(new Share(33.333m), RunJson.Read<Share>(RunJson.Write(new Share(33.333m))));
}
