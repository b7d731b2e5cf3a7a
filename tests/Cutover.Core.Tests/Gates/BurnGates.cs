using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Gates;

/// <summary>A gate on handshakes with a burn, and what it has counted: every 10 s, from noon on.</summary>
internal static class BurnGates
{
    public static readonly Gate Handshakes = Of(99.9m);

    /// <summary>Ten seconds of a probe that dials ten times a second.</summary>
    public const int PerLook = 100;

    public static Gate Of(decimal slo, decimal? budget = 2, double days = 30) => new(
        "refused",
        new WebSocketProbe(ProbeMeasure.HandshakeFailure),
        GateKind.Probe,
        new BurnObjective(slo, TimeSpan.FromDays(days), budget),
        Window: TimeSpan.FromMinutes(1), MinSamples: 20, BreachRule.Any, Freshness: TimeSpan.FromSeconds(15));

    public static DateTimeOffset At(double seconds) => SamplePlans.Noon.AddSeconds(seconds);

    /// <summary>A measurement at the end of a look that counted so much.</summary>
    public static Measurement Look(int look, long bad, double total = PerLook, bool isFree = false) =>
        new Measured(At((10 * look) - 50), At(10 * (look + 1)), bad, 600, [])
        {
            Counts = [new EventCount(At(10 * look), At(10 * (look + 1)), bad, total, isFree)],
        };

    /// <summary>What was counted of both stacks, look by look, and judged at the end of the last.</summary>
    public static GateVerdicts Judge(Gate gate, int looks, Func<int, long> target, Func<int, long>? source = null) => Judge(
        gate, looks, Enumerable.Range(0, looks).Aggregate(
            GateReadings.None, (all, look) => all.With(gate, Look(look, target(look)), Look(look, source?.Invoke(look) ?? 0))));

    public static GateVerdicts Judge(Gate gate, int looks, GateReadings readings) =>
        GateJudge.Judge(gate, SamplePlans.Stacks, readings, At(10 * looks));
}
