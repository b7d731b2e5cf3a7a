using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.SamplePlans;

namespace Cutover.Core.Tests.Plans;

/// <summary>Zones that planning refuses, one for each reason; and some that only look as if it should.</summary>
internal static class ZoneCases
{
    private const string Name = "wss.lab.example.";

    private static readonly RecordSet Source = Weighted(RecordType.A, "haproxy", 100);

    private static readonly RecordSet Target = Weighted(RecordType.A, "envoy", 0) with { Values = ["127.0.1.2"] };

    private static readonly RecordSet[] Twin =
        [Weighted(RecordType.AAAA, "haproxy", 100), Weighted(RecordType.AAAA, "envoy", 0) with { Values = ["::2"] }];

    private static readonly AliasTarget Balancer = new("Z9", "envoy-1.eu-west-1.elb.amazonaws.com.", EvaluateTargetHealth: false);

    private static readonly AliasTarget Inside = new("Z1", "pool.lab.example.", EvaluateTargetHealth: false);

    private static readonly RecordSet Pool = new("pool.lab.example.", "A", null, null, 30, ["127.0.1.9"]);

    private static readonly Playbook OnlyA =
        Playbook([RecordType.A], [Handshakes], Bake(1, seconds: 120), Bake(100, seconds: 120)) with { Dns = DnsPolicy.Default };

    private static readonly OwnershipMark Mark =
        new("12-9f3c21ab", [new MarkedPair(RecordType.A, new PairWeights(100, 0), 10)]);

    private static readonly ImmutableDictionary<string, HealthVerdict> Healths =
        ImmutableDictionary<string, HealthVerdict>.Empty.Add("h1", new Healthy()).Add("h2", new Healthy());

    public static ZoneCase Good { get; } = Of("A pair as it should be", Source, Target);

    public static ImmutableArray<ZoneCase> Refused { get; } =
    [
        Of("A zone that is not there") with { View = new ZoneView([], ImmutableDictionary<RecordKey, string>.Empty) },
        Of("Public and private zone of one name") with
        {
            View = new ZoneView(
                [new ZoneContent(Zone, []), new ZoneContent(Zone with { Id = "Z2", IsPrivate = true }, [])],
                ImmutableDictionary<RecordKey, string>.Empty),
        },
        Of("A name outside the zone", Source, Target) with { Playbook = Records(new RecordSelector("Z1", "wss.notlab.example", [RecordType.A])) },
        Of("A CNAME at the apex") with { Playbook = Records(new RecordSelector("lab.example", "lab.example", [RecordType.CNAME])) },
        Of("A record listed under two spellings of its zone", Source, Target) with
        {
            Playbook = Records(OnlyA.Records[0], OnlyA.Records[0] with { Zone = "Z1" }),
        },
        Of("A wildcard that answers for the name", Source with { Name = "*.lab.example.", SetIdentifier = null, Weight = null }),
        Of("The target's record set is missing", Source),
        Of("The source's record set is missing", Target),
        Of("Two that are missing"),
        Of("A simple record set", Source with { SetIdentifier = null, Weight = null }),
        Of("Failover routing", Source with { Weight = null, OtherRouting = "Failover" }, Target),
        Of("Latency routing for the target", Source, Target with { Weight = null, OtherRouting = "Latency" }),
        Of("A third record set", Source, Target, Source with { SetIdentifier = "nginx", Weight = 7 }),
        Of("Unequal TTLs", Source, Target with { Ttl = 5 }),
        Of("Another TTL than 60 s beside a load balancer", Source, Target with { Ttl = null, Values = [], Alias = Balancer }),
        Of("Another TTL than that of the record an alias points to", Source, Target with { Ttl = null, Values = [], Alias = Inside }, Pool),
        Of("A step that waits for more than its weights give", Source, Target) with
        {
            Playbook = OnlyA with { Steps = [Waiting(Bake(99.9m, seconds: 120), 99.7m), Bake(100, seconds: 120)] },
        },
        Of("All-zero weights", Source with { Weight = 0 }, Target),
        Of("A target that has the share already", Source with { Weight = 90 }, Target with { Weight = 10 }),
        Of("A health check on the source only", Source with { HealthCheckId = "h1" }, Target),
        Of("Health evaluated for one of two aliases", Aliased(Source, true), Aliased(Target, false)),
        Of("Health evaluated for the only alias", Source with { Ttl = 60 }, Aliased(Target with { Weight = 1, }, true)) with
        {
            Playbook = OnlyA with { Steps = [Bake(10, seconds: 120), Bake(100, seconds: 120)] },
        },
        Of("A zero weight that a health check would revive", Source with { HealthCheckId = "h1" }, Target with { HealthCheckId = "h2" }),
        Checks("A health check that says unhealthy", "h2", Few(checkers: 16)),
        Checks("A health check of the source that says unhealthy", "h1", Few(checkers: 8)),
        Checks("A health check that was deleted", "h2", new HealthCheckDeleted()),
        Of("An A without its AAAA", [Source, Target, .. Twin]),
        Of("An AAAA without its A", [Source, Target, .. Twin]) with
        {
            Playbook = Records(OnlyA.Records[0] with { Types = [RecordType.AAAA] }),
        },
        Of("A set identifier with another address than the playbook says", Source, Target) with { Playbook = Answering("127.0.1.3", "::3") },
        Of("A set identifier with a name where the playbook says an address", Source with { Ttl = 60 }, Aliased(Target, false)) with
        {
            Playbook = Answering("127.0.1.2"),
        },
        Seen(
            "A run that moves the record already",
            view => view with { OpenRuns = view.OpenRuns.Add(new RecordKey("Z1", Name, RecordType.A), "#7") },
            Source, Target, Mark.ToRecordSet(Name)),
        Of("The mark of another Cutover", Source, Target, Mark.ToRecordSet(Name)),
        Of(
            "The mark of a rollback past the server",
            Source, Target, (Mark with { BreakGlass = new BreakGlass("alice", Noon) }).ToRecordSet(Name)),
        Of("A TXT record where the mark belongs", Source, Target, Mark.ToRecordSet(Name) with { Values = ["\"v=spf1 -all\""] }),
        Of("A name that external-dns owns", Source, Target, Heritage(Name)),
        Of("A name that a newer external-dns owns", Source, Target, Heritage("a-" + Name, "stage")) with
        {
            Playbook = OnlyA with { Dns = DnsPolicy.Default with { Ownership = false } },
        },
        Of("A share that weights cannot express", Source, Target) with
        {
            Playbook = OnlyA with { Steps = [Bake(0.39m, seconds: 120), Bake(100, seconds: 120)] },
        },
        Of("A bake shorter than the TTL", Source, Target) with { Playbook = OnlyA with { Steps = [Bake(1, seconds: 9), Bake(100, seconds: 120)] } },
        Of("A bake shorter than TTL and INSYNC", Source, Target) with
        {
            Playbook = OnlyA with { Steps = [Bake(1, seconds: 14), Bake(100, seconds: 120)] },
        },
        Of("A bake of a wave shorter than its TTL", Source, Target) with
        {
            Playbook = OnlyA with { Steps = [], Waves = [new Wave("all", ["wss.lab.example"], [Bake(1, seconds: 8), Bake(100, seconds: 120)])] },
        },
    ];

    public static ImmutableArray<ZoneCase> Fine { get; } =
    [
        Of("60 s beside a load balancer", Source with { Ttl = 60 }, Aliased(Target, false)),
        Of("Network load balancers", Aliased(Source, false), Target with
        {
            Ttl = null, Values = [], Alias = Balancer with { DnsName = "envoy-2.elb.eu-west-1.amazonaws.com." },
        }),
        Of("The TTL of the record an alias points to", Source with { Ttl = 30 }, Target with { Ttl = null, Values = [], Alias = Inside }, Pool),
        Of("An alias of which nothing is known", Source, Target with { Ttl = null, Alias = Balancer with { DnsName = "d1.cloudfront.net." } }),
        Checks("Health checks on both, and no zero weight", "h2", new Healthy()),
        Of("An AAAA of another name", Source, Target, Twin[0] with { Name = "other.lab.example." }),
        Of("A and AAAA, both listed", [Source, Target, .. Twin]) with
        {
            Playbook = Records(OnlyA.Records[0] with { Types = [RecordType.A, RecordType.AAAA] }),
        },
        Of("Just the answers that the playbook says", [Source, Target, .. Twin]) with
        {
            Playbook = Answering("127.0.1.2", "::2") with { Records = [OnlyA.Records[0] with { Types = [RecordType.A, RecordType.AAAA] }] },
        },
        Of("The console's spelling of the load balancer that the playbook says", Source with { Ttl = 60 }, Target with
        {
            Ttl = null, Values = [], Alias = Balancer with { DnsName = "dualstack.Envoy-1.eu-west-1.elb.amazonaws.com." },
        }) with
        {
            Playbook = Answering("envoy-1.eu-west-1.elb.amazonaws.com"),
        },
        Seen(
            "The mark of a run that is over", view => view with { ClosedRuns = [Mark.Run] }, Source, Target, Mark.ToRecordSet(Name)),
        Of("Another tool's TXT record at the name", Source, Target, Heritage(Name) with { Values = ["\"v=spf1 -all\""] }),
        Of("A wildcard beside a name that has records", Source, Target, Source with { Name = "*.lab.example.", SetIdentifier = null }),
        Of("A target that has a smaller share than the first step", Source with { Weight = 199 }, Target with { Weight = 1 }),
    ];

    public static ImmutableArray<ZoneCase> Warned { get; } =
    [
        Of("A TTL that only AWS knows", Source, Target with { Ttl = null, Values = [], Alias = Balancer with { DnsName = "d1.cloudfront.net." } }),
        Of("A TTL that is low already", Source, Target) with { Playbook = Lowering(10) },
        Of("A TTL that cannot be lowered", Aliased(Source, false), Aliased(Target, false) with { Alias = Balancer with { DnsName = "b.elb.eu-west-1.amazonaws.com." } }) with
        {
            Playbook = Lowering(10),
        },
        Checks("A health check of which nobody can say whether it is healthy", "h2", new HealthUnknown("AccessDenied: not authorized")),
        Of("A zero weight that its target's health would revive", Aliased(Source, true), Aliased(Target, true) with
        {
            Alias = new AliasTarget("Z9", "b.elb.eu-west-1.amazonaws.com.", true),
        }),
        Of("Two record sets with the same answer", Source, Target with { Values = Source.Values }),
        Of("A private zone", Source, Target) with { View = ZoneView.Of(Zone with { IsPrivate = true }, [Source, Target]) },
        Of("A wave that waits for connections", Source, Target, Source with { Name = "b.lab.example." }, Target with { Name = "b.lab.example." }) with
        {
            Playbook = OnlyA with
            {
                Records = [OnlyA.Records[0], OnlyA.Records[0] with { Name = "b.lab.example" }],
                Waves = [new Wave("first", ["b.lab.example"], [Waiting(Bake(100, seconds: 120), 90)]), new Wave("second", ["wss.lab.example"], OnlyA.Steps)],
            },
        },
        Of("An HTTPS record beside the pair", Source, Target, new RecordSet(Name, "HTTPS", null, null, 60, ["1 . ipv4hint=127.0.1.1"])),
    ];

    public static ZoneCase Of(string name, params ImmutableArray<RecordSet> sets) => new(name, OnlyA, ZoneView.Of(Zone, sets));

    private static ZoneCase Seen(string name, Func<ZoneView, ZoneView> also, params ImmutableArray<RecordSet> sets) =>
        new(name, OnlyA, also(ZoneView.Of(Zone, sets)));

    private static Playbook Records(params ImmutableArray<RecordSelector> records) => OnlyA with { Records = records };

    private static Playbook Answering(params ImmutableArray<string> target) =>
        OnlyA with { Stacks = SamplePlans.Stacks with { Target = SamplePlans.Stacks.Target with { Answers = target } } };

    private static Step Waiting(Step step, decimal percent) => step with { Until = new ConnectionShareCondition(new Share(percent)) };

    private static Playbook Lowering(int seconds) =>
        OnlyA with { Dns = DnsPolicy.Default with { Ttl = new TtlPolicy(TimeSpan.FromSeconds(seconds), Restore: true) } };

    private static RecordSet Aliased(RecordSet set, bool evaluates) =>
        set with { Ttl = null, Values = [], Alias = Balancer with { EvaluateTargetHealth = evaluates } };

    /// <summary>A pair in the middle of a move, with a health check on both: healthy, but for the one that is given.</summary>
    private static ZoneCase Checks(string name, string check, HealthVerdict verdict) => Seen(
        name,
        view => view with { Health = Healths.SetItem(check, verdict) },
        Checked(Source, 199, "h1"), Checked(Target, 1, "h2"));

    private static HealthVerdict Few(int checkers) => HealthJudge.Judge(
        [new("eu-west-1", "Success: 200"), .. Enumerable.Repeat(new HealthObservation("sa-east-1", "Failure: 503"), checkers - 1)]);

    private static RecordSet Checked(RecordSet set, int weight, string check) => set with { Weight = weight, HealthCheckId = check };

    private static RecordSet Heritage(string name, string owner = "prod") => new(
        name, "TXT", null, null, 300, [$"\"heritage=external-dns,external-dns/owner={owner},external-dns/resource=ingress/chat/wss\""]);
}
