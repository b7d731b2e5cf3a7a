using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class Route53ReadingTests
{
    [Fact]
    public async Task Record_sets_of_one_name_are_read_over_pages_and_no_further()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server
            .Then(Route53Xml.RecordSets(
                Route53Xml.Weighted("wss.lab.example.", "envoy", 0), Route53Xml.Next("wss.lab.example.", "A", "haproxy")))
            .Then(Route53Xml.RecordSets(
                Route53Xml.Weighted("wss.lab.example.", "haproxy", 255) + Route53Xml.Weighted("x.lab.example.", "other", 1),
                Route53Xml.Next("y.lab.example.", "A", "other")));

        var sets = (await wire.Route53.ReadRecordSetsAsync(
            "Z1", "WSS.lab.example", CallPriority.Normal, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(["envoy", "haproxy"], sets.Select(set => set.SetIdentifier));
        Assert.Equal(
            ["?name=wss.lab.example.&maxitems=300", "?name=wss.lab.example.&type=A&identifier=haproxy&maxitems=300"],
            wire.Server.Requests.Select(request => request.Target[request.Path.Length..]));
    }

    [Fact]
    public async Task A_name_without_record_sets_reads_as_empty()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.RecordSets(
            Route53Xml.Weighted("x.lab.example.", "other", 1), Route53Xml.Next("y.lab.example.", "A", "b")));

        var sets = await wire.Route53.ReadRecordSetsAsync(
            "Z1", "wss.lab.example.", CallPriority.Normal, TestContext.Current.CancellationToken);

        Assert.Empty(sets.Value());
    }

    [Fact]
    public async Task A_page_tells_where_the_next_one_begins()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.RecordSets(
            Route53Xml.Weighted(@"\052.lab.example.", "a", 1), Route53Xml.Next(@"\052.lab.example.", "A", "b")));

        var page = (await wire.Route53.ListRecordSetsAsync("Z1", null, CallPriority.Normal, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(new RecordSetCursor("*.lab.example.", "A", "b"), page.Next);
        Assert.Equal("*.lab.example.", page.RecordSets.Single().Name);
    }

    [Fact]
    public async Task The_status_of_a_health_check_is_read_as_its_checkers_report_it()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.HealthStatus("Success: HTTP Status Code 200, OK", "Failure: timed out"));

        var seen = (await wire.Route53.GetHealthCheckStatusAsync(
            "/healthcheck/0a1b-2c", CallPriority.Normal, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(
            [new HealthObservation("eu-west-1", "Success: HTTP Status Code 200, OK"), new HealthObservation("eu-west-1", "Failure: timed out")],
            seen);
        Assert.Equal("/2013-04-01/healthcheck/0a1b-2c/status", Assert.Single(wire.Server.Requests).Target);
    }

    [Theory]
    [InlineData("<Failover>PRIMARY</Failover>", "Failover")]
    [InlineData("<Region>eu-central-1</Region>", "Latency")]
    [InlineData("<GeoLocation><CountryCode>AT</CountryCode></GeoLocation>", "Geolocation")]
    [InlineData("<MultiValueAnswer>true</MultiValueAnswer>", "Multivalue")]
    public async Task Other_routing_policies_are_named(string element, string policy)
    {
        var set = await ReadOneAsync(
            $"<ResourceRecordSet><Name>a.lab.example.</Name><Type>A</Type><SetIdentifier>i</SetIdentifier>{element}<TTL>60</TTL></ResourceRecordSet>");

        Assert.Equal(policy, set.OtherRouting);
    }

    [Fact]
    public async Task An_alias_is_read_with_all_that_a_delete_must_match()
    {
        var set = await ReadOneAsync(
            "<ResourceRecordSet><Name>A.lab.example.</Name><Type>AAAA</Type><SetIdentifier>Envoy</SetIdentifier><Weight>3</Weight><AliasTarget>"
            + "<HostedZoneId>Z35</HostedZoneId><DNSName>NLB.amazonaws.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget><HealthCheckId>hc</HealthCheckId></ResourceRecordSet>");

        var expected = new RecordSet(
            "a.lab.example.", "AAAA", "Envoy", 3, null, [], new AliasTarget("Z35", "nlb.amazonaws.com.", false), "hc");
        Assert.True(expected.Matches(set), set.ToString());
    }

    [Fact]
    public async Task Zones_of_exactly_one_name_are_found_over_pages()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server
            .Then(Route53Xml.Zones(
                Route53Xml.Zone("Z1", "lab.example."), "<NextDNSName>lab.example.</NextDNSName><NextHostedZoneId>Z2</NextHostedZoneId>"))
            .Then(Route53Xml.Zones(Route53Xml.Zone("Z2", "lab.example.", isPrivate: true) + Route53Xml.Zone("Z3", "lab2.example.")));

        var zones = await wire.Route53.ListHostedZonesByNameAsync(
            "lab.example", CallPriority.Normal, TestContext.Current.CancellationToken);

        Assert.Equal([new HostedZone("Z1", "lab.example.", false), new HostedZone("Z2", "lab.example.", true)], zones.Value());
        Assert.Equal(
            [
                "/2013-04-01/hostedzonesbyname?dnsname=lab.example.&maxitems=100",
                "/2013-04-01/hostedzonesbyname?dnsname=lab.example.&hostedzoneid=Z2&maxitems=100",
            ],
            wire.Server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_zone_is_read_with_its_name_servers()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.ZoneDetail(Route53Xml.Zone("Z1", "lab.example.")));

        var detail = (await wire.Route53.GetHostedZoneAsync("Z1", CallPriority.Normal, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(new HostedZone("Z1", "lab.example.", false), detail.Zone);
        Assert.Equal(["ns-1.awsdns-01.org", "ns-2.awsdns-02.com"], detail.NameServers);
    }

    private static async Task<RecordSet> ReadOneAsync(string xml)
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(Route53Xml.RecordSets(xml));
        var page = await wire.Route53.ListRecordSetsAsync("Z1", null, CallPriority.Normal, TestContext.Current.CancellationToken);
        return page.Value().RecordSets.Single();
    }
}
