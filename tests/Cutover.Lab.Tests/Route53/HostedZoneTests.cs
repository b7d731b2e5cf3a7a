using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Tests.Route53;

public sealed class HostedZoneTests : IAsyncLifetime
{
    private Route53World _world = null!;

    public async ValueTask InitializeAsync() => _world = await Route53World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_zone_created_over_the_api_has_soa_and_ns_and_is_in_force_when_in_sync()
    {
        var created = await CreateAsync("New.Example", "once");
        Assert.Equal((201, "new.example.", "PENDING"), (created.Status, created.Value("Name"), created.Value("Status")));
        var id = created.Value("Id");
        Assert.Equal($"/2013-04-01{id}", created.Location?.AbsolutePath);
        Assert.Equal(4, created.Values("NameServer").Length);
        Assert.Equal(["new.example. NS", "new.example. SOA"], (await _world.GetAsync(id.TrimStart('/') + "/rrset")).Sets());
        Assert.Null(_world.Emulator.Zones.FindFor("new.example."));
        _world.Time.Advance(Route53World.InsyncDelay);
        Assert.NotNull(_world.Emulator.Zones.FindFor("new.example."));
    }

    [Fact]
    public async Task The_same_caller_reference_does_not_create_twice()
    {
        await CreateAsync("new.example", "once");
        (await CreateAsync("new.example", "once")).ExpectError(409, "HostedZoneAlreadyExists");
        Assert.Equal(201, (await CreateAsync("new.example", "twice")).Status);
    }

    [Fact]
    public async Task A_bad_name_or_reference_creates_nothing()
    {
        (await CreateAsync("a..b", "x")).ExpectError(400, "InvalidDomainName");
        (await CreateAsync("new.example", "")).ExpectError(400, "InvalidInput");
    }

    [Fact]
    public async Task A_zone_is_shown_with_its_name_servers_and_its_number_of_sets()
    {
        var shown = await _world.GetAsync("hostedzone/ZLAB");
        Assert.Equal(
            ("/hostedzone/ZLAB", "lab.example.", "2"), (shown.Value("Id"), shown.Value("Name"), shown.Value("ResourceRecordSetCount")));
        Assert.Equal(4, shown.Values("NameServer").Length);
    }

    [Theory]
    [InlineData("hostedzone/ZNONE")]
    [InlineData("hostedzone/ZNONE/rrset")]
    [InlineData("hostedzone/ZELB")]
    [InlineData("testdnsanswer?hostedzoneid=ZNONE&recordname=a.example&recordtype=A")]
    public async Task A_zone_that_is_not_there_is_no_such_hosted_zone(string target)
    {
        _world.Emulator.Zones.Create("elb.example", "ZELB", ownedByAws: true);
        (await _world.GetAsync(target)).ExpectError(404, "NoSuchHostedZone");
    }

    [Fact]
    public async Task Zones_are_listed_by_reversed_name_from_the_one_that_was_asked_for()
    {
        SeedZones();
        Assert.Equal(["a.example.", "lab.example.", "lab.example.", "b.a.test."], await NamesAsync("hostedzonesbyname"));
        Assert.Equal(["lab.example.", "lab.example.", "b.a.test."], await NamesAsync("hostedzonesbyname?dnsname=lab.example"));
        var first = await _world.GetAsync("hostedzonesbyname?dnsname=lab.example&maxitems=1");
        Assert.Equal(
            ("true", "lab.example.", "ZTWIN"), (first.Value("IsTruncated"), first.Value("NextDNSName"), first.Value("NextHostedZoneId")));
        Assert.Equal(["lab.example.", "b.a.test."], await NamesAsync("hostedzonesbyname?dnsname=lab.example&hostedzoneid=ZTWIN"));
    }

    [Fact]
    public async Task Zones_are_paged_by_marker()
    {
        SeedZones();
        var first = await _world.GetAsync("hostedzone?maxitems=3");
        Assert.Equal(("true", 3), (first.Value("IsTruncated"), first.Values("Id").Length));
        var second = await _world.GetAsync("hostedzone?maxitems=3&marker=" + first.Value("NextMarker"));
        Assert.Equal("false", second.Value("IsTruncated"));
        Assert.Equal(4, first.Values("Id").Concat(second.Values("Id")).Distinct().Count());
    }

    [Fact]
    public async Task Test_dns_answer_tells_what_the_name_servers_say()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("a.lab.example", "A", 60, "192.0.2.1", "192.0.2.2"));
        var answer = await _world.GetAsync("testdnsanswer?hostedzoneid=ZLAB&recordname=a.lab.example&recordtype=A");
        Assert.Equal(("NOERROR", "UDP"), (answer.Value("ResponseCode"), answer.Value("Protocol")));
        Assert.Equal(["192.0.2.1", "192.0.2.2"], answer.Values("RecordDataEntry"));
        Assert.Equal(
            "NXDOMAIN",
            (await _world.GetAsync("testdnsanswer?hostedzoneid=ZLAB&recordname=b.lab.example&recordtype=A")).Value("ResponseCode"));
        (await _world.GetAsync("testdnsanswer?hostedzoneid=ZLAB&recordname=b.other.example&recordtype=A")).ExpectError(400, "InvalidInput");
    }

    [Fact]
    public async Task An_unknown_path_is_an_unknown_operation() =>
        (await _world.GetAsync("healthcheck")).ExpectError(404, "UnknownOperationException");

    private void SeedZones()
    {
        _world.Emulator.Zones.Create("b.a.test", "ZB");
        _world.Emulator.Zones.Create("a.example", "ZA");
        _world.Emulator.Zones.Create("lab.example", "ZTWIN");
        _world.Emulator.Zones.Create("elb.example", "ZELB", ownedByAws: true);
    }

    private async Task<string[]> NamesAsync(string target) => (await _world.GetAsync(target)).Values("Name");

    private Task<Route53Answer> CreateAsync(string name, string reference) => _world.PostAsync(
        "hostedzone",
        $"<CreateHostedZoneRequest xmlns=\"{ChangeXml.Namespace}\"><Name>{name}</Name><CallerReference>{reference}</CallerReference></CreateHostedZoneRequest>");
}
