using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>A playbook and a zone that fit each other.</summary>
internal static class Examples
{
    public const string Playbook = """
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.1.1:7001/" }
          target: { name: Envoy,   setIdentifier: envoy,   endpoint: "ws://127.0.1.2:7001/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 15s, minSamples: 50, breach: 2 of 3 }
        steps:
          - { weight: 1 %,  bake: 2m }
          - { weight: 10 %, bake: 2m, approval: required }
          - { weight: 100 %, bake: 2m }
        dns: { ownership: off }

        """;

    /// <summary>The same move where both stacks tell their statistics, and the first step waits for the open connections.</summary>
    public static string CountedPlaybook { get; } = Playbook
        .Replace("7001/\" }\n  target", "7001/\", statistics: [{ haproxy: \"http://127.0.1.1:7002/stats;csv\" }] }\n  target", StringComparison.Ordinal)
        .Replace("127.0.1.2:7001/\" }", "127.0.1.2:7001/\", statistics: [{ envoy: \"http://127.0.1.2:7002\" }] }", StringComparison.Ordinal)
        .Replace("weight: 1 %,  bake: 2m", "weight: 1 %,  bake: 2m, until: connections >= 0.5 %", StringComparison.Ordinal);

    public static string BrokenPlaybook { get; } = Playbook.Replace("weight: 10 %", "wieght: 10 %", StringComparison.Ordinal);

    /// <summary>The zone as it is before a run: everything goes to HAProxy.</summary>
    public static ZoneView Zone { get; } = ZoneView.Of(
        new HostedZone("Z1LAB", "lab.example.", IsPrivate: false), [Pair("haproxy", 100, "127.0.1.1"), Pair("envoy", 0, "127.0.1.2")]);

    /// <summary>The same zone without the target's record set.</summary>
    public static ZoneView ZoneWithoutTarget { get; } = ZoneView.Of(Zone.Zones[0].Zone, [Zone.Zones[0].Sets[0]]);

    public static Plan Plan { get; } = Of(Playbook);

    public static Plan CountedPlan { get; } = Of(CountedPlaybook);

    private static Plan Of(string text) =>
        ((Planned)Planner.Plan(((PlaybookAccepted)PlaybookReader.Read(text)).Playbook, Zone, Pace.Default)).Plan;

    private static RecordSet Pair(string identifier, int weight, string address) =>
        new("wss-primary.lab.example.", "A", identifier, weight, 20, [address]);
}
