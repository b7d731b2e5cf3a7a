using System.Collections.Immutable;
using Cutover.Lab.Edges;

namespace Cutover.Web.Components.Dials;

/// <summary>A way to break the target stack, or to mend both.</summary>
/// <param name="What">What users and gates will notice.</param>
public sealed record LabPreset(string Name, string What, EdgeDialSettings Source, EdgeDialSettings Target)
{
    public static ImmutableArray<LabPreset> All { get; } =
    [
        new("Healthy", "Both edges answer as they should.", EdgeDialSettings.Healthy, EdgeDialSettings.Healthy),
        new(
            "Envoy refuses 5 %",
            "One handshake in twenty gets a 503: the handshake gate sees it within its window.",
            EdgeDialSettings.Healthy,
            new EdgeDialSettings { RefuseHandshakes = 5 }),
        new(
            "Envoy is slow",
            "400 ms before each answer: the round-trip gate sees it.",
            EdgeDialSettings.Healthy,
            new EdgeDialSettings { AddedLatency = TimeSpan.FromMilliseconds(400) }),
        new(
            "Envoy stalls silently",
            "Connections stay open and nothing answers any more.",
            EdgeDialSettings.Healthy,
            new EdgeDialSettings { Stalled = true }),
        new(
            "Envoy is dead",
            "The listener is closed and every connection reset.",
            EdgeDialSettings.Healthy,
            new EdgeDialSettings { Dead = true }),
        new(
            "Both refuse 5 %",
            "Going back would not help: the run holds for you.",
            new EdgeDialSettings { RefuseHandshakes = 5 },
            new EdgeDialSettings { RefuseHandshakes = 5 }),
    ];
}
