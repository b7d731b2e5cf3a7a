using Cutover.Lab;
using Cutover.Lab.Edges;

namespace Cutover.Bench.Detection;

/// <summary>One thing that goes wrong at the 50 % step, at one strength.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Wanted">How the run should end.</param>
/// <param name="Source">What the source does wrong.</param>
/// <param name="Target">What the target does wrong.</param>
/// <param name="Held">How many connections the probes hold on each stack.</param>
internal sealed record Fault(string Name, Ending Wanted, EdgeDialSettings Source, EdgeDialSettings Target, int Held = 200)
{
    /// <summary>A good edge takes this long for every answer, far more than what this machine adds to it.</summary>
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    public static EdgeDialSettings Good { get; } = new() { AddedLatency = Latency };

    public static Fault None { get; } = new("nothing", Ending.Baking, Good, Good);

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. new[] { 0.2, 0.5, 2, 10 }.Select(percent => Of(
            FormattableString.Invariant($"{percent} % of handshakes refused"), Good with { RefuseHandshakes = percent })),
        .. new[] { 1, 5 }.Select(connections => Drops(connections) with { Held = 1000 }),
        Drops(50),
        Of("latency + 30 %", Good with { AddedLatency = 1.3 * Latency }),
        Of("latency + 500 ms", Good with { AddedLatency = Latency + TimeSpan.FromMilliseconds(500) }),
        Of("silent stall", Good with { Stalled = true }),
        Of("dead", Good with { Dead = true }),
        new("both refuse 10 %", Ending.Held, Good with { RefuseHandshakes = 10 }, Good with { RefuseHandshakes = 10 }),
    ];

    public void Strike(LabWorld lab)
    {
        lab.Source.Dials.Settings = Source;
        lab.Target.Dials.Settings = Target;
    }

    private static Fault Drops(int connections) => Of(
        FormattableString.Invariant($"{connections} of 1,000 held dropped a minute"), Good with { DropHeld = connections / 10.0 });

    private static Fault Of(string name, EdgeDialSettings target) => new(name, Ending.RolledBack, Good, target);
}
