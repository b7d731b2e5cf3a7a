using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Core.Tests.StackStatistics;
using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.Gates;

/// <summary>Every measure against what can be in sight: verdicts as a gate would give them, 60 s into a window of 60 s.</summary>
public sealed class StackMeasurementTests
{
    private static readonly Objective AtMost5 = new(Comparison.LessOrEqual, 5, ObjectiveUnit.Number);
    private static readonly Objective AtMost5Percent = AtMost5 with { Unit = ObjectiveUnit.Percent };
    private static readonly Objective AtLeast50 = new(Comparison.GreaterOrEqual, 50, ObjectiveUnit.Number);

    public static TheoryData<string, StackMeasure, Objective, Verdict> Rows => new()
    {
        { "healthy", StackMeasure.ConnectionErrors, AtMost5, Verdict.Passed },
        { "healthy", StackMeasure.Responses5xx, AtMost5Percent, Verdict.Passed },
        { "healthy", StackMeasure.Upgrades, AtLeast50, Verdict.Passed },
        { "healthy", StackMeasure.OpenConnections, AtLeast50, Verdict.Passed },
        { "healthy", StackMeasure.LostConnections, AtMost5, Verdict.Passed },
        { "failing", StackMeasure.ConnectionErrors, AtMost5, Verdict.Failed },
        { "failing", StackMeasure.Responses5xx, AtMost5, Verdict.Failed },
        { "failing", StackMeasure.Responses5xx, AtMost5Percent, Verdict.Failed },
        { "idle", StackMeasure.Responses5xx, AtMost5, Verdict.Inconclusive },
        { "idle", StackMeasure.ConnectionErrors, AtMost5Percent, Verdict.Inconclusive },
        { "idle", StackMeasure.Upgrades, AtLeast50, Verdict.Failed },
        { "half in sight", StackMeasure.ConnectionErrors, AtMost5, Verdict.Inconclusive },
        { "half in sight", StackMeasure.Responses5xx, AtMost5Percent, Verdict.Inconclusive },
        { "half in sight", StackMeasure.Upgrades, AtLeast50, Verdict.Passed },
        { "half in sight", StackMeasure.OpenConnections, AtLeast50, Verdict.Passed },
        { "half in sight, idle", StackMeasure.Upgrades, AtLeast50, Verdict.Inconclusive },
        { "half in sight, failing", StackMeasure.ConnectionErrors, AtMost5, Verdict.Failed },
        { "out of sight", StackMeasure.ConnectionErrors, AtMost5, Verdict.Errored },
        { "out of sight", StackMeasure.OpenConnections, AtLeast50, Verdict.Errored },
        { "reloaded", StackMeasure.OpenConnections, AtLeast50, Verdict.Inconclusive },
        { "reloaded", StackMeasure.Upgrades, AtLeast50, Verdict.Passed },
        { "just begun", StackMeasure.OpenConnections, AtLeast50, Verdict.Inconclusive },
        { "backend died", StackMeasure.LostConnections, AtMost5, Verdict.Failed },
        { "backend died", StackMeasure.ConnectionErrors, AtMost5, Verdict.Passed },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_measure_says_what_it_can(string stack, StackMeasure measure, Objective objective, Verdict verdict) =>
        Assert.Equal(verdict, Judge(measure, objective, Stack(stack)).Verdict);

    [Fact]
    public void A_verdict_about_a_part_names_what_is_missing() => Assert.Contains(
        "not all of the stack's connections are in sight (0 there): http://10.0.0.5:9901/ is out of sight since 03:00:30",
        Judge(StackMeasure.ConnectionErrors, AtMost5, Stack("half in sight")).Words,
        StringComparison.Ordinal);

    private static StackVerdict Judge(StackMeasure measure, Objective objective, ImmutableArray<InstanceHistory> stack)
    {
        var gate = new Gate(
            "watched",
            new StackStatistic(measure),
            measure.Kind(),
            objective,
            TimeSpan.FromSeconds(60),
            1,
            BreachRule.Any,
            TimeSpan.FromSeconds(30));
        return ObjectiveJudge.Judge(gate, "Envoy", [StackMeasurement.Measure(gate, stack, At(60))], At(60));
    }

    private static ImmutableArray<InstanceHistory> Stack(string name) => name switch
    {
        "healthy" => [Busy],
        "failing" => [Failing],
        "idle" => [Idle],
        "half in sight" => [Busy, Gone],
        "half in sight, idle" => [Idle, Gone],
        "half in sight, failing" => [Failing, Gone],
        "out of sight" => [Gone],
        "reloaded" => [History(Seen(0, 0, 80), Seen(30, 60, 80)).Then(Seen(60, 20, 4, "pid 2") with { PredecessorLivesOn = true })],
        "just begun" => [History(Seen(40, 0, 80), Seen(60, 60, 80))],
        _ => [History(Behind(0, 0, 80), Behind(30, 60, 80), Behind(60, 120, 0))],
    };

    private static InstanceHistory Busy => History(Seen(0, 0, 80), Seen(30, 60, 80), Seen(60, 120, 80));

    private static InstanceHistory Failing => History(Seen(0, 0, 80), Seen(60, 100, 80, errors: 10, answers5xx: 10));

    private static InstanceHistory Idle => History(Seen(0, 7), Seen(60, 7));

    private static InstanceHistory Gone => History(Seen(0, 0, 80), Seen(30, 60, 80)).Unseen(60);

    private static InstanceSample Behind(double second, long upgrades, long open) =>
        Seen(second, upgrades, open) with { Backends = [new BackendSample("app/app1", open, upgrades)] };
}
