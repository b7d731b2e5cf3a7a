using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests;

/// <summary>Plans made by the planner from a small zone: TTL 10 s, holds after 60 s without a pass and rolls back after 180 s.</summary>
internal static class SamplePlans
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static readonly HostedZone Zone = new("Z1", "lab.example.", IsPrivate: false);

    public static readonly Stacks Stacks = new(
        new Stack("HAProxy", "haproxy", new Uri("ws://127.0.1.1:7001/")), new Stack("Envoy", "envoy", new Uri("ws://127.0.1.2:7001/")));

    public static readonly Gate Handshakes = new(
        "handshakes",
        new WebSocketProbe(ProbeMeasure.HandshakeSuccess),
        GateKind.Probe,
        new Objective(Comparison.GreaterOrEqual, 99.5, ObjectiveUnit.Percent),
        Window: TimeSpan.FromSeconds(5), MinSamples: 50, new BreachRule(2, 3), Freshness: TimeSpan.FromSeconds(15));

    public static readonly Gate Errors = new(
        "Errors",
        new CloudWatchMetric(
            "Lab/Edge",
            "HandshakeErrors",
            ImmutableSortedDictionary<string, string>.Empty.Add("Stack", "{stack}"),
            "Sum",
            TimeSpan.FromSeconds(10),
            "Handshakes"),
        GateKind.Errors, new Objective(Comparison.Less, 5, ObjectiveUnit.Number),
        Window: TimeSpan.FromSeconds(30), MinSamples: 1, BreachRule.Any, Freshness: TimeSpan.FromSeconds(30));

    /// <summary>A value that such a verdict could be about: as good as can be, or as bad.</summary>
    public static double? ValueOf(Gate gate, Verdict verdict) => verdict switch
    {
        Verdict.Passed => gate.Goal.Comparison.WantsMore() ? 100 : 0,
        Verdict.Failed => gate.Goal.Comparison.WantsMore() ? 0 : 100,
        _ => null,
    };

    public static readonly Pace Pace = Pace.Default with { SyncLimit = TimeSpan.FromSeconds(90), AssumedSync = TimeSpan.Zero };

    /// <summary>One pair, one gate, four steps; the third needs an approval.</summary>
    public static Plan Simple { get; } = Of(Playbook([RecordType.A], [Handshakes], Bake(1), Bake(10), Bake(50, approval: true), Bake(100)));

    /// <summary>The first and the third step need an approval of somebody else than whoever started the run, the second one of anybody.</summary>
    public static Plan FourEyes { get; } =
        Of(Playbook([RecordType.A], [Handshakes], Second(Bake(5, approval: true)), Bake(50, approval: true), Second(Bake(100, approval: true))));

    /// <summary>A and AAAA, two gates, approvals first and last.</summary>
    public static Plan TwoPairs { get; } = Of(
        Playbook([RecordType.A, RecordType.AAAA], [Handshakes, Errors], Bake(5, approval: true), Bake(50), Bake(100, approval: true)));

    /// <summary>Nothing guards it: only the clock moves it.</summary>
    public static Plan Unguarded { get; } = Of(Playbook([RecordType.A], [], Bake(20), Bake(100)));

    /// <summary>Each step also waits for the open connections to follow; the second needs an approval.</summary>
    public static Plan Following { get; } = Of(Playbook(
        [RecordType.A], [Handshakes], Until(Bake(10), 8), Until(Bake(50, approval: true), 45), Until(Bake(100), 90)));

    /// <summary>The same without a gate and an approval.</summary>
    public static Plan OnlyFollowing { get; } = Of(Playbook([RecordType.A], [], Until(Bake(50), 45), Bake(100)));

    public static ImmutableArray<Plan> All { get; } = [Simple, TwoPairs, FourEyes, Unguarded, Following];

    private static Step Second(Step step) => step with { ApprovalBySecond = true };

    private static Step Until(Step step, int percent) => step with { Until = new ConnectionShareCondition(new Share(percent)) };

    public static Step Bake(decimal percent, bool approval = false, int seconds = 10) =>
        new(new Share(percent), TimeSpan.FromSeconds(seconds), approval);

    public static Playbook Playbook(ImmutableArray<RecordType> types, ImmutableArray<Gate> gates, params ImmutableArray<Step> steps) => new(
        "wss-primary", [new RecordSelector("lab.example", "wss.lab.example", types)], Stacks, gates, steps,
        new NoDataPolicy(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(180)))
    {
        Dns = DnsPolicy.Default with { Ownership = false },
    };

    public static Plan Of(Playbook playbook)
    {
        var sets = playbook.Records.SelectMany(record => record.Types).SelectMany(type => Pair(type)).ToImmutableArray();
        return Assert.IsType<Planned>(Planner.Plan(playbook, ZoneView.Of(Zone, sets), Pace)).Plan;
    }

    public static ImmutableArray<RecordSet> Pair(RecordType type, int source = 100, int target = 0, long ttl = 10) =>
        [Weighted(type, "haproxy", source, ttl), Weighted(type, "envoy", target, ttl)];

    public static RecordSet Weighted(RecordType type, string identifier, int weight, long ttl = 10) => new(
        "wss.lab.example.", type.ToString(), identifier, weight, ttl, [type == RecordType.AAAA ? "::1" : "127.0.1.1"]);
}
