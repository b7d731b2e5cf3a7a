using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.SamplePlans;

namespace Cutover.Core.Tests.Plans;

public sealed class PlanningHealthChecksTests
{
    private static readonly Playbook OnlyA = Playbook([RecordType.A], [Handshakes], Bake(100, seconds: 120));

    [Fact]
    public void Each_check_of_the_pairs_is_asked_about_once() => Assert.Equal(
        ["h1"], ChecksOf(Checked(RecordType.A, "haproxy", "h1"), Checked(RecordType.A, "envoy", "h1")));

    [Fact]
    public void A_pair_without_health_checks_costs_no_question() =>
        Assert.Empty(ChecksOf(Weighted(RecordType.A, "haproxy", 1), Weighted(RecordType.A, "envoy", 1)));

    [Fact]
    public void Nothing_is_asked_about_what_the_playbook_does_not_move() => Assert.Empty(ChecksOf(
        Checked(RecordType.AAAA, "haproxy", "h1"),
        Checked(RecordType.A, "nginx", "h2"),
        Checked(RecordType.A, "haproxy", "h3") with { Name = "other.lab.example." }));

    private static ImmutableArray<string> ChecksOf(params ImmutableArray<RecordSet> sets) =>
        PlanningHealthChecks.Of(OnlyA, [new ZoneContent(Zone, sets)]);

    private static RecordSet Checked(RecordType type, string identifier, string check) =>
        Weighted(type, identifier, 1) with { HealthCheckId = check };
}
