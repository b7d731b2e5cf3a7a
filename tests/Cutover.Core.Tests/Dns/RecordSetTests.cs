using Cutover.Core.Dns;

namespace Cutover.Core.Tests.Dns;

public sealed class RecordSetTests
{
    private static readonly RecordSet Set = new("wss.lab.example.", "A", "haproxy", 100, 10, ["127.0.1.1", "127.0.1.2"]);

    [Fact]
    public void The_order_of_the_values_does_not_matter() => Assert.True(Set.Matches(Set with { Values = ["127.0.1.2", "127.0.1.1"] }));

    public static TheoryData<RecordSet> Others =>
    [
        Set with { Name = "ws.lab.example." }, Set with { Type = "AAAA" }, Set with { SetIdentifier = "envoy" }, Set with { Ttl = 20 },
        Set with { Values = ["127.0.1.1"] },
        Set with { Alias = new AliasTarget("Z9", "lb.", false) },
        Set with { HealthCheckId = "h" },
        Set with { OtherRouting = "Failover" },
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Any_other_difference_does(RecordSet other) => Assert.False(Set.Matches(other) || Set.MatchesButForWeight(other));

    [Fact]
    public void Another_weight_is_another_set_but_the_same_but_for_weight()
    {
        Assert.False(Set.Matches(Set with { Weight = 1 }));
        Assert.True(Set.MatchesButForWeight(Set with { Weight = 1 }));
    }

    [Fact]
    public void Weights_are_the_same_in_any_order()
    {
        var (a, aaaa) = (Weights(RecordType.A, 1), Weights(RecordType.AAAA, 2));
        Assert.True(RecordWeightsExtensions.SameAs([a, aaaa], [aaaa, a]));
        Assert.False(RecordWeightsExtensions.SameAs([a, aaaa], [a]));
        Assert.False(RecordWeightsExtensions.SameAs([a], [Weights(RecordType.A, 3)]));
        Assert.Equal("wss.lab.example A 99/1, wss.lab.example AAAA 99/2", RecordWeightsExtensions.InWords([a, aaaa]));
        Assert.Equal(2 / 101d, RecordWeightsExtensions.TargetShare([a, aaaa]));
    }

    private static RecordWeights Weights(RecordType type, int target) =>
        new(new RecordKey("Z1", "wss.lab.example.", type), new PairWeights(99, target), 60);
}
