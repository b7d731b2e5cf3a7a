using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Health;
using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Route53;

public sealed class RefusalTests : IAsyncLifetime
{
    private const string Name = "<Name>x.lab.example</Name>";
    private Route53World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await Route53World.StartAsync();
        _world.Emulator.Zones.Create("elsewhere.example", "ZELSE");
        _world.Zone.Seed(
            ZoneRecordSet.Weighted("w.lab.example", "A", "haproxy", 1, 60, "192.0.2.1"),
            ZoneRecordSet.Simple("s.lab.example", "A", 60, "192.0.2.1"),
            ZoneRecordSet.Simple("c.lab.example", "CNAME", 60, "other.example"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_alias_must_hit_a_record_of_its_type_in_the_zone_it_names()
    {
        await RefusedAsync(
            Name + "<Type>A</Type>" + Alias("ZLAB", "missing.lab.example"), "InvalidChangeBatch", "but that target was not found");
        await RefusedAsync(
            Name + "<Type>AAAA</Type>" + Alias("ZLAB", "s.lab.example"), "InvalidChangeBatch", "but that target was not found");
        await RefusedAsync(
            Name + "<Type>A</Type>" + Alias("ZLAB", "other.example"), "InvalidChangeBatch", "does not lie within the target zone");
        await RefusedAsync(
            Name + "<Type>A</Type>" + Alias("ZELSE", "elsewhere.example"), "InvalidChangeBatch", "another hosted zone of this account");
        (await _world.ChangeAsync(Change("CREATE", Name + "<Type>A</Type>" + Alias("ZLAB", "s.lab.example")))).ExpectOk();
    }

    [Fact]
    public async Task Simple_and_weighted_do_not_stand_side_by_side()
    {
        await RefusedAsync(
            Simple("w.lab.example", "A", "60", "192.0.2.1"),
            "InvalidChangeBatch",
            "cannot be created as other RRSets exist with the same name and type");
        await RefusedAsync(
            Weighted("x", "1", name: "s.lab.example"), "InvalidChangeBatch", "cannot be created as a non-weighted set exists");
    }

    [Fact]
    public async Task A_cname_stands_alone_and_never_at_the_apex()
    {
        await RefusedAsync(Simple("s.lab.example", "CNAME", "60", "other.example"), "InvalidChangeBatch", "conflicts with other records");
        await RefusedAsync(Simple("c.lab.example", "A", "60", "192.0.2.1"), "InvalidChangeBatch", "conflicting RRSet of type CNAME");
        await RefusedAsync(Simple("lab.example", "CNAME", "60", "other.example"), "InvalidChangeBatch", "not permitted at apex");
    }

    [Theory]
    [InlineData("A", "192.0.2")]
    [InlineData("A", "192.0.2.256")]
    [InlineData("A", "0xC0.0.2.1")]
    [InlineData("A", "192.0.2.01")]
    [InlineData("A", "2001:db8::1")]
    [InlineData("AAAA", "192.0.2.1")]
    [InlineData("AAAA", "2001:db8::1%eth0")]
    [InlineData("AAAA", "2001:db8:::1")]
    [InlineData("CNAME", "a..b")]
    [InlineData("NS", "")]
    [InlineData("MX", "mail.example")]
    [InlineData("SRV", "1 2 host.example")]
    [InlineData("TXT", "unquoted")]
    [InlineData("CAA", "0 issue \"ca.example\"")]
    public async Task A_bad_value_is_refused(string type, string value) =>
        await RefusedAsync(Simple("x.lab.example", type, "60", value), "InvalidChangeBatch", "Invalid Resource Record: 'FATAL problem: ");

    [Fact]
    public async Task The_same_value_twice_and_two_canonical_names_are_refused()
    {
        await RefusedAsync(
            Simple("x.lab.example", "A", "60", "192.0.2.1", "192.0.2.1"), "InvalidChangeBatch", "Duplicate Resource Record: '192.0.2.1'");
        await RefusedAsync(Simple("x.lab.example", "CNAME", "60", "a.example", "b.example"), "InvalidChangeBatch", "only one is permitted");
    }

    [Theory]
    [InlineData("lab.example.org")]
    [InlineData("otherlab.example")]
    public async Task A_name_outside_the_zone_is_refused(string name) =>
        await RefusedAsync(Simple(name, "A", "60", "192.0.2.1"), "InvalidChangeBatch", "is not permitted in zone lab.example.");

    [Fact]
    public async Task The_apex_keeps_its_soa_and_its_ns()
    {
        var soa = _world.Zone.Accepted.Find("lab.example.", "SOA").Single();
        (await _world.ChangeAsync(Change("DELETE", Simple("lab.example", "SOA", "900", soa.Values[0])))).ExpectError(
            400, "InvalidChangeBatch", "exactly one SOA record");
        (await _world.ChangeAsync(Change("DELETE", Simple("lab.example", "NS", "172800", [.. _world.Zone.NameServers])))).ExpectError(
            400, "InvalidChangeBatch", "at least one NS record");
    }

    [Fact]
    public async Task A_health_check_must_exist()
    {
        await RefusedAsync(Weighted("x", "1") + "<HealthCheckId>hc-1</HealthCheckId>", "InvalidChangeBatch", "hc-1");
        _world.Emulator.Zones.HealthChecks["hc-1"] = HealthCheck.Healthy;
        (await _world.ChangeAsync(Change("CREATE", Weighted("x", "1") + "<HealthCheckId>hc-1</HealthCheckId>"))).ExpectOk();
    }

    [Fact]
    public async Task The_documented_list_of_messages_can_be_asked_for()
    {
        await using var world =
            await Route53World.StartAsync(options => options with { InvalidChangeBatchForm = InvalidChangeBatchForm.Messages });
        var answer = await world.ChangeAsync(Change("DELETE", Weighted("a", "1")), Change("DELETE", Weighted("b", "1")));
        Assert.Equal((400, "InvalidChangeBatch"), (answer.Status, answer.Body.Name.LocalName));
        Assert.Equal(2, answer.Values("Message").Length);
        Assert.All(answer.Values("Message"), message => Assert.EndsWith("but it was not found", message, StringComparison.Ordinal));
    }

    private async Task RefusedAsync(string set, string code, string message)
    {
        var before = _world.Zone.Accepted;
        (await _world.ChangeAsync(Change("CREATE", set))).ExpectError(400, code, message);
        Assert.Same(before, _world.Zone.Accepted);
    }
}
