using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>Judges the target against the source over the same minutes.</summary>
public static class RelativeJudge
{
    public static GateVerdicts Judge(Gate gate, Stacks stacks, GateReadings readings, DateTimeOffset now)
    {
        var (target, source) = (readings.Target[^1], readings.Source[^1]);
        return new GateVerdicts(Verdict(gate, stacks.Target.Name, target), Verdict(gate, stacks.Source.Name, source));
    }

    private static StackVerdict Verdict(Gate gate, string stack, Measurement latest) => new(
        Gates.Verdict.Inconclusive,
        (latest as Measured)?.Value,
        (latest as Measured)?.Samples ?? 0,
        latest.From,
        latest.To,
        $"{gate.Name} on {stack}: not compared yet: {Gates.Verdict.Inconclusive}");
}
