using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>The plans of the two Cutovers: one pair, three moves, and a last write where the pair is marked.</summary>
internal static class InterleavedPlan
{
    public const string Name = "wss.lab.example.";

    public static readonly ImmutableArray<RecordSet> Before =
    [
        new(Name, "A", "haproxy", 100, 60, ["127.0.1.1"]),
        new(Name, "A", "envoy", 0, 60, ["127.0.1.2"]),
    ];

    public static readonly HostedZone Zone = new("Z0LABEXAMPLE000000000", "lab.example.", IsPrivate: false);

    // To choose weights takes far longer than a history does.
    private static readonly ImmutableDictionary<int, Plan> Plans =
        new[] { 10, 25 }.ToImmutableDictionary(share => share, Make);

    /// <param name="firstShare">Percent of the first step, 10 or 25: two Cutovers may be asked for the same or not.</param>
    /// <param name="owner">What the run's mark says; null leaves the pair unmarked.</param>
    public static Plan Of(int firstShare, string? owner)
    {
        var made = Plans[firstShare] with { Owner = owner };
        var last = made.Steps[^1];
        var handsBack = owner is not null && last.Kind != StepKind.HandBack;
        return handsBack ? made with { Steps = made.Steps.Add(last with { Kind = StepKind.HandBack, Hold = TimeSpan.Zero }) } : made;
    }

    private static Plan Make(int firstShare)
    {
        var view = ZoneView.Of(Zone, Before);
        var read = Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(Text(firstShare)));
        var plan = Assert.IsType<Planned>(Planner.Plan(read.Playbook, view, Pace.Default with { AssumedSync = TimeSpan.Zero })).Plan;
        var unseen = plan.Playbook.Dns with { Observe = plan.Playbook.Dns.Observe with { Enabled = false } };
        return plan with { Playbook = plan.Playbook with { Dns = unseen } };
    }

    private static string Text(int firstShare) => $$"""
        version: 1
        name: interleaved
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          alarm: { cloudwatch: { alarm: wss } }
        steps:
          - { weight: {{firstShare}} %, bake: 1m }
          - { weight: 50 %, bake: 1m }
          - { weight: 100 %, bake: 1m }
        """;
}
