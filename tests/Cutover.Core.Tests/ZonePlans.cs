using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests;

/// <summary>Plans over several hosted zones and names, with ownership marks, waves and TTL steps.</summary>
internal static class ZonePlans
{
    public const string Owner = "7-9f3c21ab";

    public static readonly HostedZone East = new("Z1", "lab.example.", IsPrivate: false);

    public static readonly HostedZone West = new("Z2", "west.example.", IsPrivate: false);

    public static readonly RecordKey Wss = new("Z1", "wss.lab.example.", RecordType.A);

    public static readonly RecordKey Backup = new("Z1", "wss-backup.lab.example.", RecordType.A);

    public static readonly RecordKey Western = new("Z2", "wss.west.example.", RecordType.A);

    /// <summary>One name in each of two zones, marked; the second step needs an approval.</summary>
    public static Plan TwoZones { get; } = Of(
        [Wss, Western],
        ttl: 10,
        Move(10, [10, 10]), Move(50, [50, 50], approval: true), Move(100, [100, 100]), HandBack([100, 100]));

    /// <summary>The backup name first, then the two others in two zones; TTLs lowered from 60 s to 10 s and given back.</summary>
    public static Plan Waves { get; } = Of(
        [Backup, Wss, Western],
        ttl: 60,
        Lower([0, 0, 0], 10),
        Move(50, [50, 0, 0], ttl: 10), Move(100, [100, 0, 0], ttl: 10), Move(50, [100, 50, 50], ttl: 10), Move(100, [100, 100, 100], ttl: 10),
        HandBack([100, 100, 100], ttl: 60));

    /// <summary>Two zones, no marks and no gates.</summary>
    public static Plan Bare { get; } = Of([Wss, Western], ttl: 10, Move(20, [20, 20]), Move(100, [100, 100])) with
    {
        Owner = null,
        Playbook = Playbook([Wss, Western]) with { Gates = [] },
    };

    public static ImmutableArray<Plan> All { get; } = [TwoZones, Waves, Bare];

    private delegate PlannedStep Planning(ImmutableArray<RecordKey> keys);

    private static Plan Of(ImmutableArray<RecordKey> keys, long ttl, params ImmutableArray<Planning> steps)
    {
        var zones = new[] { East, West }.Where(zone => keys.Any(key => key.ZoneId == zone.Id)).ToImmutableArray();
        return new Plan(
            Playbook(keys),
            zones,
            [.. keys.Select(key => new PlannedRecord(key, Weighted(key, "haproxy", 100, ttl), Weighted(key, "envoy", 0, ttl)))],
            [.. steps.Select(step => step(keys))],
            TimeSpan.FromSeconds(ttl),
            SamplePlans.Pace,
            Owner);
    }

    private static Playbook Playbook(ImmutableArray<RecordKey> keys) => new(
        "several zones",
        [.. keys.Select(key => new RecordSelector(key.ZoneId, key.Name.TrimEnd('.'), [key.Type]))],
        SamplePlans.Stacks,
        [SamplePlans.Handshakes],
        [SamplePlans.Bake(100)],
        new NoDataPolicy(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(180)));

    private static RecordSet Weighted(RecordKey key, string identifier, int weight, long ttl) =>
        new(key.Name, key.Type.ToString(), identifier, weight, ttl, ["127.0.1.1"]);

    private static Planning Move(int percent, int[] targets, bool approval = false, long ttl = 10) =>
        Step(StepKind.Move, SamplePlans.Bake(percent, approval), targets, ttl);

    private static Planning Lower(int[] targets, long ttl) => Step(StepKind.LowerTtl, SamplePlans.Bake(0, seconds: 0), targets, ttl);

    private static Planning HandBack(int[] targets, long ttl = 10) =>
        Step(StepKind.HandBack, SamplePlans.Bake(100, seconds: 0), targets, ttl);

    private static Planning Step(StepKind kind, Step step, int[] targets, long ttl) => keys => new PlannedStep(
        kind,
        null,
        step,
        [.. keys.Select((key, index) => new RecordWeights(key, new PairWeights(100 - targets[index], targets[index]), ttl))],
        step.Bake);
}
