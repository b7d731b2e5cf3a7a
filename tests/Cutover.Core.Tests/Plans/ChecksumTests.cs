using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Playbooks;
using CsCheck;
using static Cutover.Core.Tests.SamplePlans;

namespace Cutover.Core.Tests.Plans;

public sealed class ChecksumTests
{
    private static readonly Playbook Playbook = SamplePlans.Playbook(
        [RecordType.A], [Handshakes], Bake(10, seconds: 120), Bake(100, seconds: 120));

    // Everything that a record set has, and that the planner takes.
    private static readonly Gen<RecordSet> Sets = Gen.Select(
        Gen.Int[1, 255], Gen.Int[1, 90], Gen.Int[0, 255].HashSet[1, 4], Gen.Bool, (weight, ttl, hosts, check) =>
            Weighted(RecordType.A, "haproxy", weight, ttl) with
            {
                Values = [.. hosts.Select(host => $"127.0.1.{host}")], HealthCheckId = check ? "h1" : null,
            });

    [Fact]
    public void Reading_the_same_again_in_any_order_gives_the_same_checksum() => Gen.Select(Sets, Gen.Int[0, 1000]).Sample((source, seed) =>
    {
        var sets = Pair(source);
        var again = sets.Select(set => set with { Values = Shuffled(set.Values, seed) }).ToImmutableArray();
        return Of(Playbook, sets) == Of(Playbook, Shuffled(again, seed));
    }, iter: 40);

    [Fact]
    public void Any_other_record_set_gives_another_checksum() => Gen.Select(Sets, Sets).Sample((one, other) =>
        one.Matches(other) == (Of(Playbook, Pair(one)) == Of(Playbook, Pair(other))), iter: 40);

    [Fact]
    public void Any_other_playbook_gives_another_checksum() => Gen.Select(PlaybookGen.Playbook, PlaybookGen.Playbook).Sample((one, other) =>
        (PlaybookText.Write(one) == PlaybookText.Write(other)) == (Of(one) == Of(other)));

    [Fact]
    public void The_least_change_of_a_playbook_gives_another_checksum()
    {
        var wave = new Wave("all", ["wss.lab.example"], Playbook.Steps);
        Playbook[] changed =
        [
            Playbook,
            Playbook with { Name = "wss-primary2" },
            Playbook with { Steps = [Bake(10, seconds: 121), Bake(100, seconds: 120)] },
            Playbook with { Steps = [Bake(10, approval: true, seconds: 120), Bake(100, seconds: 120)] },
            Playbook with { Gates = [Handshakes with { MinSamples = 51 }] },
            Playbook with { Gates = [Handshakes with { Source = new WebSocketProbe(ProbeMeasure.HeldDropRate) }] },
            Playbook with { NoData = Playbook.NoData with { HoldAfter = TimeSpan.FromSeconds(59) } },
            Playbook with { Waves = [wave] },
            Playbook with { Waves = [wave with { Name = "first" }] },
            Playbook with { Dns = Playbook.Dns with { Observe = ObservationPolicy.Default with { Enabled = false } } },
            Playbook with { Stacks = SamplePlans.Stacks with { Target = SamplePlans.Stacks.Target with { Answers = ["127.0.1.2"] } } },
        ];
        Assert.Distinct(changed.Select(Of));
    }

    [Fact]
    public void Another_zone_of_the_same_name_gives_another_checksum() => Assert.NotEqual(
        Of(Playbook, SamplePlans.Pair(RecordType.A)),
        PlanChecksum.Of(Assert.IsType<Planned>(
            Planner.Plan(Playbook, ZoneView.Of(Zone with { Id = "Z2" }, SamplePlans.Pair(RecordType.A)), SamplePlans.Pace)).Plan));

    [Fact]
    public void Pace_owner_and_what_was_measured_do_not_matter() => Assert.Equal(
        PlanChecksum.Of(SamplePlans.Simple),
        PlanChecksum.Of(SamplePlans.Simple with
        {
            Pace = SamplePlans.Pace with { AssumedSync = TimeSpan.FromSeconds(7) },
            Owner = "12-9f3c21ab",
            Forecast = new Forecast(null, null, new MeasuredTime(TimeSpan.FromSeconds(8), 5)),
        }));

    [Fact]
    public void A_plan_that_was_written_down_and_read_again_keeps_its_checksum() => Assert.All(
        SamplePlans.All, plan => Assert.Equal(PlanChecksum.Of(plan), PlanChecksum.Of(RunJson.Read<Plan>(RunJson.Write(plan)))));

    [Fact]
    public void A_checksum_has_sixteen_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{16}$", PlanChecksum.Of(SamplePlans.Simple));

    private static ImmutableArray<RecordSet> Pair(RecordSet source) =>
        [source, source with { SetIdentifier = "envoy", Weight = 1, Values = ["127.0.2.1"] }];

    private static string Of(Playbook playbook) => PlanChecksum.Of(SamplePlans.Simple with { Playbook = playbook });

    private static string Of(Playbook playbook, ImmutableArray<RecordSet> sets) => Planner.Plan(
        playbook with { Steps = [Bake(99.9m, seconds: 120), Bake(100, seconds: 120)] }, ZoneView.Of(Zone, sets), SamplePlans.Pace) is Planned planned
            ? PlanChecksum.Of(planned.Plan)
            : throw new InvalidOperationException("These sets are such as can be planned.");

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }
}
