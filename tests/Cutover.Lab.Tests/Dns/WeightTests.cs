using Cutover.Lab.Route53.Health;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Tests.Dns;

public sealed class WeightTests : IAsyncLifetime
{
    private const string HAProxy = "192.0.2.1";
    private const string Envoy = "192.0.2.2";
    private DnsWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await DnsWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(229, 26)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    public async Task The_sampled_share_is_within_four_deviations_of_the_weights(int haproxy, int envoy)
    {
        const int Samples = 1000;
        SeedPair(haproxy, envoy);
        var share = haproxy + envoy == 0 ? 0.5 : (double)envoy / (haproxy + envoy);
        var deviation = Math.Sqrt(Samples * share * (1 - share));
        var counts = await _world.SampleAsync("w.lab.example", Samples);
        Assert.InRange(counts[Envoy], (Samples * share) - (4 * deviation), (Samples * share) + (4 * deviation));
        Assert.Equal(Samples, counts[HAProxy] + counts[Envoy]);
    }

    [Fact]
    public async Task A_zero_weight_is_never_answered_beside_another()
    {
        SeedPair(0, 1);
        Assert.Equal([Envoy], (await _world.SampleAsync("w.lab.example", 100)).Keys);
    }

    [Fact]
    public async Task A_zero_weight_is_revived_when_its_sibling_is_unhealthy_and_all_unhealthy_count_as_healthy()
    {
        _world.Zones.HealthChecks["hc"] = HealthCheck.Healthy;
        _world.Zone.Seed(
            ZoneRecordSet.Weighted("w.lab.example", "A", "haproxy", 0, 60, HAProxy),
            ZoneRecordSet.Weighted("w.lab.example", "A", "envoy", 9, 60, Envoy) with { HealthCheckId = "hc" });
        Assert.Equal([Envoy], (await _world.SampleAsync("w.lab.example", 20)).Keys);
        _world.Zones.HealthChecks["hc"] = HealthCheck.Unhealthy;
        Assert.Equal([HAProxy], (await _world.SampleAsync("w.lab.example", 20)).Keys);
        _world.Zone.Seed(ZoneRecordSet.Weighted("w.lab.example", "A", "haproxy", 0, 60, HAProxy) with { HealthCheckId = "hc" });
        Assert.Equal([Envoy], (await _world.SampleAsync("w.lab.example", 20)).Keys);
    }

    [Fact]
    public async Task Failover_answers_the_primary_while_it_is_healthy()
    {
        _world.Zones.HealthChecks["hc"] = HealthCheck.Healthy;
        var primary = ZoneRecordSet.Simple("f.lab.example", "A", 60, HAProxy);
        _world.Zone.Seed(
            primary with { SetIdentifier = "a", Failover = FailoverRole.Primary, HealthCheckId = "hc" },
            primary with { SetIdentifier = "b", Failover = FailoverRole.Secondary, Values = [Envoy] });
        Assert.Equal([HAProxy], (await _world.SampleAsync("f.lab.example", 5)).Keys);
        _world.Zones.HealthChecks["hc"] = HealthCheck.Unhealthy;
        Assert.Equal([Envoy], (await _world.SampleAsync("f.lab.example", 5)).Keys);
    }

    [Fact]
    public async Task Multivalue_answers_the_healthy_together()
    {
        _world.Zones.HealthChecks["hc"] = HealthCheck.Unhealthy;
        var one = ZoneRecordSet.Simple("m.lab.example", "A", 60, HAProxy) with { MultiValueAnswer = true };
        _world.Zone.Seed(
            one with { SetIdentifier = "a" },
            one with { SetIdentifier = "b", Values = [Envoy] },
            one with { SetIdentifier = "c", Values = ["192.0.2.3"], HealthCheckId = "hc" });
        Assert.Equal(2, (await _world.AskAsync("m.lab.example")).Answers.Count);
    }

    private void SeedPair(int haproxy, int envoy) => _world.Zone.Seed(
        ZoneRecordSet.Weighted("w.lab.example", "A", "haproxy", haproxy, 60, HAProxy),
        ZoneRecordSet.Weighted("w.lab.example", "A", "envoy", envoy, 60, Envoy));
}
