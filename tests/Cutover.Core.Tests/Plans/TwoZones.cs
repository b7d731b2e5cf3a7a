using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.SamplePlans;

namespace Cutover.Core.Tests.Plans;

/// <summary>Two names in two zones: wss-backup.lab.example with A and AAAA and a TTL of 20 s, wss.other.example with a TTL of 300 s.</summary>
internal static class TwoZones
{
    public const string Backup = "wss-backup.lab.example";
    public const string Primary = "wss.other.example";

    public static readonly HostedZone Other = new("Z2", "other.example.", IsPrivate: false);

    public static readonly Pace Pace = Pace.Default with { AssumedSync = TimeSpan.FromSeconds(30) };

    private static readonly Playbook Together = SamplePlans.Playbook(
        [RecordType.A], [Errors], Bake(10, seconds: 360), Bake(100, seconds: 360)) with
    {
        Records =
        [
            new RecordSelector("lab.example", Backup, [RecordType.A, RecordType.AAAA]), new RecordSelector("Z2", Primary, [RecordType.A]),
        ],
    };

    private static ZoneView View { get; } = new(
        [Content(Zone, Backup, 20), Content(Other, Primary, 300)], ImmutableDictionary<RecordKey, string>.Empty);

    private static ImmutableArray<Wave> Waves { get; } =
    [
        new("backup", [Backup], [Bake(50, seconds: 60), Bake(100, seconds: 60)]),
        new("primary", [Primary], [Bake(5, seconds: 360), Bake(100, seconds: 360)]),
    ];

    public static Playbook Playbook(bool waves, TtlPolicy? ttl = null, bool ownership = false) => Together with
    {
        Waves = waves ? Waves : [], Dns = DnsPolicy.Default with { Ttl = ttl, Ownership = ownership },
    };

    public static Plan Plan(Playbook playbook, Forecast? forecast = null) => Assert.IsType<Planned>(
        Planner.Plan(playbook, View, Pace, forecast)).Plan;

    /// <summary>What every pair holds in each step: weights and TTL.</summary>
    public static IEnumerable<string> Steps(Plan plan) => plan.Steps.Select(step =>
        $"{step.Kind} {step.Wave}: {string.Join(", ", step.Weights.Select(pair => $"{pair.Weights}@{pair.Ttl}"))}");

    private static ZoneContent Content(HostedZone zone, string name, long ttl) => new(
        zone,
        [
            .. from type in new[] { RecordType.A, RecordType.AAAA }
               where zone == Zone || type == RecordType.A
               from set in Pair(type, ttl: ttl)
               select set with { Name = name + "." },
        ]);
}
