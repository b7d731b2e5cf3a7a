using Cutover.Lab.Route53.Zones;
using DnsClient;
using DnsClient.Protocol;

namespace Cutover.Lab.Tests.Dns;

public sealed class LabDnsServerTests : IAsyncLifetime
{
    private DnsWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await DnsWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_simple_set_is_answered_whole_with_its_own_ttl_and_authority()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("a.lab.example", "A", 17, "192.0.2.1", "192.0.2.2"));
        var answer = await _world.AskAsync("a.lab.example");
        Assert.True(answer.Header.HasAuthorityAnswer);
        Assert.Equal(["192.0.2.1", "192.0.2.2"], answer.Answers.ARecords().Select(record => record.Address.ToString()));
        Assert.All(answer.Answers, record => Assert.Equal(17, record.InitialTimeToLive));
    }

    [Fact]
    public async Task The_same_question_over_tcp_has_the_same_answer()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("a.lab.example", "A", 17, "192.0.2.1"));
        var answer = await _world.AskAsync("a.lab.example", tcp: true);
        Assert.Equal("192.0.2.1", Assert.Single(answer.Answers.ARecords()).Address.ToString());
    }

    [Fact]
    public async Task An_answer_too_big_for_udp_is_marked_as_truncated_and_comes_over_tcp()
    {
        var values = Enumerable.Range(0, 400).Select(index => $"10.0.{index / 256}.{index % 256}").ToArray();
        _world.Zone.Seed(ZoneRecordSet.Simple("big.lab.example", "A", 60, values));
        var truncated = await Assert.ThrowsAsync<DnsResponseException>(() => _world.AskAsync("big.lab.example"));
        Assert.Contains("truncated", truncated.Message, StringComparison.Ordinal);
        Assert.Equal(400, (await _world.AskAsync("big.lab.example", tcp: true)).Answers.Count);
    }

    [Fact]
    public async Task Names_are_found_in_any_case()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("a.lab.example", "A", 60, "192.0.2.1"));
        Assert.Single((await _world.AskAsync("A.LaB.eXample")).Answers);
    }

    [Fact]
    public async Task The_apex_has_soa_and_four_name_servers()
    {
        var soa = Assert.Single((await _world.AskAsync("lab.example", QueryType.SOA)).Answers.SoaRecords());
        Assert.Equal((86400u, 900), (soa.Minimum, soa.InitialTimeToLive));
        Assert.Equal(4, (await _world.AskAsync("lab.example", QueryType.NS)).Answers.NsRecords().Count());
    }

    [Fact]
    public async Task A_missing_name_is_nxdomain_and_a_missing_type_is_no_data_both_with_the_soa()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("deep.down.lab.example", "A", 60, "192.0.2.1"));
        await ExpectEmptyAsync("missing.lab.example", DnsHeaderResponseCode.NotExistentDomain);
        await ExpectEmptyAsync("deep.down.lab.example", DnsHeaderResponseCode.NoError, QueryType.AAAA);
        await ExpectEmptyAsync("down.lab.example", DnsHeaderResponseCode.NoError);
    }

    [Fact]
    public async Task A_name_outside_the_zones_is_refused()
    {
        var answer = await _world.AskAsync("www.example.org");
        Assert.Equal(DnsHeaderResponseCode.Refused, answer.Header.ResponseCode);
        Assert.False(answer.Header.HasAuthorityAnswer);
    }

    [Fact]
    public async Task A_canonical_name_is_followed_inside_the_zone_and_left_to_others_outside()
    {
        _world.Zone.Seed(
            ZoneRecordSet.Simple("a.lab.example", "A", 60, "192.0.2.1"),
            ZoneRecordSet.Simple("www.lab.example", "CNAME", 30, "A.lab.example"),
            ZoneRecordSet.Simple("out.lab.example", "CNAME", 30, "www.example.org"),
            ZoneRecordSet.Simple("loop.lab.example", "CNAME", 30, "loop.lab.example"));
        var inside = await _world.AskAsync("www.lab.example");
        Assert.Equal([ResourceRecordType.CNAME, ResourceRecordType.A], inside.Answers.Select(record => record.RecordType));
        Assert.Equal([30, 60], inside.Answers.Select(record => record.InitialTimeToLive));
        Assert.Equal(
            "www.example.org.", Assert.Single((await _world.AskAsync("out.lab.example")).Answers.CnameRecords()).CanonicalName.Value);
        Assert.NotEmpty((await _world.AskAsync("loop.lab.example")).Answers);
    }

    [Fact]
    public async Task A_wildcard_stands_in_for_names_that_do_not_exist()
    {
        _world.Zone.Seed(
            ZoneRecordSet.Simple("*.lab.example", "A", 60, "192.0.2.9"), ZoneRecordSet.Simple("a.lab.example", "TXT", 60, "\"here\""));
        Assert.Equal(
            "any.thing.lab.example.", Assert.Single((await _world.AskAsync("any.thing.lab.example")).Answers.ARecords()).DomainName.Value);
        await ExpectEmptyAsync("a.lab.example", DnsHeaderResponseCode.NoError);
    }

    [Fact]
    public async Task An_alias_has_its_target_s_ttl_inside_the_zone_and_sixty_seconds_for_a_load_balancer()
    {
        _world.Zones.Create("elb.test", "ZELB", ownedByAws: true).Seed(ZoneRecordSet.Simple("lb.elb.test", "A", 5, "192.0.2.5"));
        _world.Zone.Seed(
            ZoneRecordSet.Simple("a.lab.example", "A", 17, "192.0.2.1"),
            ZoneRecordSet.WeightedAlias("near.lab.example", "A", "x", 1, new("ZLAB", "a.lab.example.")),
            ZoneRecordSet.WeightedAlias("far.lab.example", "A", "x", 1, new("ZELB", "lb.elb.test.")),
            ZoneRecordSet.WeightedAlias("self.lab.example", "A", "x", 1, new("ZLAB", "self.lab.example.")));
        Assert.Equal(("192.0.2.1", 17, "near.lab.example."), await OnlyAsync("near.lab.example"));
        Assert.Equal(("192.0.2.5", 60, "far.lab.example."), await OnlyAsync("far.lab.example"));
        Assert.Empty((await _world.AskAsync("self.lab.example")).Answers);
    }

    [Theory]
    [InlineData("AAAA", "2001:db8::1", QueryType.AAAA)]
    [InlineData("MX", "10 mail.lab.example", QueryType.MX)]
    [InlineData("SRV", "1 2 443 host.lab.example", QueryType.SRV)]
    [InlineData("TXT", "\"one\" \"two\"", QueryType.TXT)]
    [InlineData("PTR", "host.lab.example", QueryType.PTR)]
    public async Task Every_type_that_is_accepted_is_served(string type, string value, QueryType asked)
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("t.lab.example", type, 60, value));
        Assert.Equal(type, Assert.Single((await _world.AskAsync("t.lab.example", asked)).Answers).RecordType.ToString());
    }

    private async Task ExpectEmptyAsync(string name, DnsHeaderResponseCode code, QueryType type = QueryType.A)
    {
        var answer = await _world.AskAsync(name, type);
        Assert.Equal(code, answer.Header.ResponseCode);
        Assert.Empty(answer.Answers);
        Assert.Equal("lab.example.", Assert.Single(answer.Authorities.SoaRecords()).DomainName.Value);
    }

    private async Task<(string Address, int Ttl, string Name)> OnlyAsync(string name)
    {
        var record = Assert.Single((await _world.AskAsync(name)).Answers.ARecords());
        return (record.Address.ToString(), record.InitialTimeToLive, record.DomainName.Value);
    }
}
