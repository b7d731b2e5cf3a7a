using Cutover.Lab.Edges;

namespace Cutover.Web.Api;

/// <summary>All dials of an edge; what is left out is healthy.</summary>
/// <param name="RefuseHandshakes">Percent of handshakes refused, 0 to 100.</param>
/// <param name="AddedLatencyMilliseconds">Before each answer, 0 to 60,000.</param>
/// <param name="DropHeld">Percent of the held connections that are gone a minute later, 0 to 100.</param>
/// <param name="Stalled">Takes connections and answers nothing.</param>
/// <param name="Dead">Takes no connection.</param>
public sealed record EdgeDialsRequest(
    double RefuseHandshakes = 0, double AddedLatencyMilliseconds = 0, double DropHeld = 0, bool Stalled = false, bool Dead = false)
{
    internal static EdgeDialsRequest Of(EdgeDialSettings dials) =>
        new(dials.RefuseHandshakes, dials.AddedLatency.TotalMilliseconds, dials.DropHeld, dials.Stalled, dials.Dead);

    /// <summary>What is out of range and what to write instead; null when nothing is.</summary>
    internal string? Fault() =>
        Fault("refuseHandshakes", RefuseHandshakes, 100, "%")
        ?? Fault("addedLatencyMilliseconds", AddedLatencyMilliseconds, 60_000, "ms")
        ?? Fault("dropHeld", DropHeld, 100, "%");

    internal EdgeDialSettings Settings() => new()
    {
        RefuseHandshakes = RefuseHandshakes,
        AddedLatency = TimeSpan.FromMilliseconds(AddedLatencyMilliseconds),
        DropHeld = DropHeld,
        Stalled = Stalled,
        Dead = Dead,
    };

    // "Within" rather than "not outside", so that NaN is out of range too.
    private static string? Fault(string name, double value, double most, string unit) =>
        value >= 0 && value <= most ? null : FormattableString.Invariant($"{name}: {value} is out of range; write 0 to {most} ({unit}).");
}
