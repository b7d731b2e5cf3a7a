using System.Collections.Immutable;
using Cutover.Lab;
using Cutover.Lab.Edges;

namespace Cutover.Web.Components.Dials;

/// <summary>A way to break a stack or AWS, or to mend everything.</summary>
/// <param name="What">What users and gates will notice.</param>
public sealed record LabPreset(string Name, string What, EdgeDialSettings Source, EdgeDialSettings Target)
{
    /// <summary>How AWS misbehaves meanwhile.</summary>
    public AwsDialSettings Aws { get; init; } = AwsDialSettings.Healthy;

    public static ImmutableArray<LabPreset> All { get; } =
    [
        new("Healthy", "Both edges and AWS answer as they should.", EdgeDialSettings.Healthy, EdgeDialSettings.Healthy),
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
        OfAws(
            "CloudWatch blind",
            "No data comes any more, and that is no pass: the run holds, and goes back when it lasts.",
            new AwsDialSettings { CloudWatchBlind = true }),
        OfAws(
            "Route 53 throttles",
            "Every request is refused: writes are tried again, a roll back first, until it lets go.",
            new AwsDialSettings { Route53Throttles = true }),
        OfAws(
            "Route 53 stays PENDING",
            "Changes are taken and not carried out: the step waits for INSYNC.",
            new AwsDialSettings { Route53KeepsPending = true }),
    ];

    private static LabPreset OfAws(string name, string what, AwsDialSettings aws) =>
        new(name, what, EdgeDialSettings.Healthy, EdgeDialSettings.Healthy) { Aws = aws };
}
