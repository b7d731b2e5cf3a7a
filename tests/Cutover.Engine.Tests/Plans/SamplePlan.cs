using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Tests.Plans;

/// <summary>Plans for one weighted pair, by way of the reader and the planner.</summary>
internal static class SamplePlan
{
    public const string Name = "wss.lab.example.";

    public const string Text = """
        version: 1
        name: wss
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          alarm: { cloudwatch: { alarm: wss } }
        steps:
          - { weight: 50 %, bake: 5m }
          - { weight: 100 %, bake: 5m }
        """;

    /// <summary>For a zone that was never asked.</summary>
    public static Plan Make(string? text = null) => Make(
        text ?? Text,
        [new HostedZone("Z1", "lab.example.", IsPrivate: false)],
        [new RecordSet(Name, "A", "haproxy", 100, 60, ["127.0.1.1"]), new RecordSet(Name, "A", "envoy", 0, 60, ["127.0.1.2"])]);

    public static Plan Make(ImmutableArray<HostedZone> zones, ImmutableArray<RecordSet> sets) => Make(Text, zones, sets);

    private static Plan Make(string text, ImmutableArray<HostedZone> zones, ImmutableArray<RecordSet> sets)
    {
        var view = ZoneView.Of(Assert.Single(zones), sets);
        return Assert.IsType<Planned>(Planner.Plan(
            Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(text)).Playbook, view, Pace.Default)).Plan;
    }
}
