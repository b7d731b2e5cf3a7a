using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Gates;

public sealed class ObjectiveJudgeTests
{
    private static readonly DateTimeOffset Now = SamplePlans.Noon;

    [Theory]
    [InlineData("good", Verdict.Passed, "gate on Envoy: 99.9 % (n = 100) meets >= 99.5 %: Passed")]
    [InlineData("edge", Verdict.Passed, "gate on Envoy: 99.5 % (n = 100) meets >= 99.5 %: Passed")]
    [InlineData(
        "bad",
        Verdict.Failed,
        "gate on Envoy: 90 % (n = 100) misses >= 99.5 %; 1 of the last 1 measurements missed, 1 fail the gate: Failed")]
    [InlineData(
        "few", Verdict.Inconclusive, "gate on Envoy: 99.9 % (n = 49), fewer samples than the 50 that a verdict needs: Inconclusive")]
    [InlineData(
        "few-bad", Verdict.Inconclusive, "gate on Envoy: 90 % (n = 49), fewer samples than the 50 that a verdict needs: Inconclusive")]
    [InlineData("nan", Verdict.Inconclusive, "gate on Envoy: the value is not a number: Inconclusive")]
    [InlineData(
        "late",
        Verdict.Inconclusive,
        "gate on Envoy: 99.9 % (n = 100) meets >= 99.5 %, but that data ended 15.1 s ago (limit 15 s): Inconclusive")]
    [InlineData("fresh", Verdict.Passed, "gate on Envoy: 99.9 % (n = 100) meets >= 99.5 %: Passed")]
    [InlineData("filling", Verdict.Inconclusive, "gate on Envoy: measuring, 2 s of 5 s seen: Inconclusive")]
    [InlineData("error", Verdict.Errored, "gate on Envoy: could not be measured: connection refused: Errored")]
    public void One_measurement_gives_its_verdict_with_the_arithmetic(string measured, Verdict verdict, string words)
    {
        var judged = ObjectiveJudge.Judge(Gate(GateKind.Latency), "Envoy", [Measure(measured)], Now);
        Assert.Equal((verdict, words), (judged.Verdict, judged.Words));
    }

    [Theory]
    [InlineData(
        GateKind.Probe,
        Verdict.Failed,
        "gate on Envoy: no answer, which fails a probe: nobody home; 1 of the last 1 measurements missed, 1 fail the gate: Failed")]
    [InlineData(GateKind.Errors, Verdict.Inconclusive, "gate on Envoy: no data: nobody home: Inconclusive")]
    [InlineData(GateKind.Traffic, Verdict.Inconclusive, "gate on Envoy: no data: nobody home: Inconclusive")]
    [InlineData(GateKind.Latency, Verdict.Inconclusive, "gate on Envoy: no data: nobody home: Inconclusive")]
    public void What_absence_means_is_fixed_by_the_kind(GateKind kind, Verdict verdict, string words)
    {
        var judged = ObjectiveJudge.Judge(Gate(kind), "Envoy", [Measure("absent")], Now);
        Assert.Equal((verdict, words), (judged.Verdict, judged.Words));
    }

    [Theory]
    [InlineData("good good good", Verdict.Passed)]
    [InlineData("bad good good", Verdict.Passed)]
    [InlineData("good good bad", Verdict.Inconclusive)]
    [InlineData("bad good bad", Verdict.Failed)]
    [InlineData("bad bad good", Verdict.Failed)]
    [InlineData("bad bad error", Verdict.Failed)]
    [InlineData("bad bad", Verdict.Failed)]
    [InlineData("bad", Verdict.Inconclusive)]
    [InlineData("bad bad good good", Verdict.Passed)]
    [InlineData("bad few-bad few-bad", Verdict.Inconclusive)]
    [InlineData("bad nan nan", Verdict.Inconclusive)]
    [InlineData("bad error error", Verdict.Errored)]
    [InlineData("absent absent good", Verdict.Failed)]
    public void Two_misses_of_the_last_three_fail_the_gate(string measured, Verdict verdict)
    {
        var measurements = measured.Split(' ').Select(Measure).ToImmutableArray();
        Assert.Equal(verdict, ObjectiveJudge.Judge(Gate(GateKind.Probe, new BreachRule(2, 3)), "Envoy", measurements, Now).Verdict);
    }

    [Fact]
    public void Only_a_fresh_value_with_enough_samples_that_meets_the_objective_passes() => Assert.All(
        Enum.GetValues<GateKind>(),
        kind => Assert.Equal(
            ["good", "edge", "fresh"],
            "good edge bad few few-bad nan late fresh filling error absent".Split(' ')
                .Where(measured => ObjectiveJudge.Judge(Gate(kind), "Envoy", [Measure(measured)], Now).Verdict == Verdict.Passed)));

    [Fact]
    public void The_verdict_carries_what_it_judged()
    {
        var judged = ObjectiveJudge.Judge(Gate(GateKind.Latency), "Envoy", [Measure("good")], Now);
        Assert.Equal((99.9, 100L, Now.AddSeconds(-5), Now), (judged.Value, judged.Samples, judged.DataFrom, judged.DataTo));
        var blind = ObjectiveJudge.Judge(Gate(GateKind.Latency), "Envoy", [Measure("absent")], Now);
        Assert.Equal((null, 0L), (blind.Value, blind.Samples));
    }

    private static Gate Gate(GateKind kind, BreachRule? breach = null) =>
        SamplePlans.Handshakes with { Name = "gate", Kind = kind, Breach = breach ?? BreachRule.Any };

    private static Measurement Measure(string which) => which switch
    {
        "good" => Value(99.9),
        "edge" => Value(99.5),
        "bad" => Value(90),
        "few" => Value(99.9, samples: 49),
        "few-bad" => Value(90, samples: 49),
        "nan" => Value(double.NaN),
        "late" => Value(99.9, age: 15.1),
        "fresh" => Value(99.9, age: 15),
        "filling" => new Filling(Now.AddSeconds(-2), Now),
        "absent" => new NoData(Now.AddSeconds(-5), Now, "nobody home"),
        _ => new NotMeasured(Now.AddSeconds(-5), Now, "connection refused"),
    };

    private static Measured Value(double value, long samples = 100, double age = 0) =>
        new(Now.AddSeconds(-5 - age), Now.AddSeconds(-age), value, samples, []);
}
