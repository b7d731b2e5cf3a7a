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

    /// <summary>Two names in two zones, moved together.</summary>
    public const string TwoZones = """
        version: 1
        name: wss-both
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
          - { zone: other.example, name: wss.other.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.0.1:9/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://127.0.0.1:10/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 10s, minSamples: 50, breach: 1 of 1 }
        steps:
          - { weight: 10 %, bake: 10s }
          - { weight: 100 %, bake: 20s }
        dns: { ownership: off }
        """;

    /// <summary>The same two names, one after the other, with a lower TTL meanwhile.</summary>
    public static readonly string Waves = TwoZones.Replace(
        "dns: { ownership: off }",
        """
        waves:
          backup: { records: [wss.other.example] }
          primary: { records: [wss.lab.example] }
        dns: { ownership: off, ttl: { during: 2s } }
        """,
        StringComparison.Ordinal);

    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static ZoneView View { get; } = new(
        [Content("Z1", "lab.example."), Content("Z2", "other.example.")], ImmutableDictionary<RecordKey, string>.Empty);

    public static Plan Plan { get; } = Of(Text);

    public static Plan Of(string text)
    {
        var playbook = Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(text)).Playbook;
        return Assert.IsType<Planned>(Planner.Plan(playbook, View, Pace.Default with { AssumedSync = TimeSpan.FromSeconds(5) })).Plan;
    }

    /// <summary>The target's verdict on data of the last ten seconds; the source always passes.</summary>
    public static GateJudgedEvent Judged(Verdict verdict, DateTimeOffset now, double value = 100) => new(
        "handshakes",
        new StackVerdict(verdict, value, 100, now.AddSeconds(-10), now, $"handshakes on Envoy: {value} %: {verdict}")
        {
            Arithmetic = $"{value} %: {verdict}",
        },
        new StackVerdict(Verdict.Passed, 100, 100, now.AddSeconds(-10), now, "handshakes on HAProxy: 100 %: Passed")
        {
            Arithmetic = "100 %: Passed",
        });

    private static ZoneContent Content(string id, string name) =>
        new(new HostedZone(id, name, false), [Set(name, "haproxy", 100), Set(name, "envoy", 0)]);

    // Each stack has an address of its own, or their answers could not be told apart.
    private static RecordSet Set(string zone, string identifier, int weight) =>
        new($"wss.{zone}", "A", identifier, weight, 5, [weight == 100 ? "127.0.0.1" : "127.0.0.2"]);
}
