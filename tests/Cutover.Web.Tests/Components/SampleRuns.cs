using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Web.Tests.Components;

/// <summary>A plan made from text by the planner, and the events that bring a run of it where a test wants it.</summary>
internal static class SampleRuns
{
    public const string Record = "wss.lab.example A";

    public const string Text = """
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.0.1:9/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://127.0.0.1:10/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 10s, minSamples: 50, breach: 1 of 1 }
        steps:
          - { weight: 10 %, bake: 10s }
          - { weight: 50 %, bake: 20s, approval: required }
          - { weight: 100 %, bake: 20s }
        dns: { ownership: off }
        """;

    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static Plan Plan { get; } = Of(Text);

    public static Plan Of(string text)
    {
        var playbook = Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(text)).Playbook;
        var view = ZoneView.Of(new HostedZone("Z1", "lab.example.", false), [Set("haproxy", 100), Set("envoy", 0)]);
        return Assert.IsType<Planned>(Planner.Plan(playbook, view, Pace.Default with { AssumedSync = TimeSpan.FromSeconds(5) })).Plan;
    }

    /// <summary>The target's verdict on data of the last ten seconds; the source always passes.</summary>
    public static GateJudgedEvent Judged(Verdict verdict, DateTimeOffset now, double value = 100) => new(
        "handshakes",
        new StackVerdict(verdict, value, 100, now.AddSeconds(-10), now, $"handshakes on Envoy: {value} %: {verdict}"),
        new StackVerdict(Verdict.Passed, 100, 100, now.AddSeconds(-10), now, "handshakes on HAProxy: 100 %: Passed"));

    private static RecordSet Set(string identifier, int weight) => new("wss.lab.example.", "A", identifier, weight, 5, ["127.0.0.1"]);
}
