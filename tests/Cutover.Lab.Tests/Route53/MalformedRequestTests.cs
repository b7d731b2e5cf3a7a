using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Route53;

public sealed class MalformedRequestTests : IAsyncLifetime
{
    private const string Name = "<Name>x.lab.example</Name>";
    private Route53World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await Route53World.StartAsync();
        _world.Zone.Seed(ZoneRecordSet.Simple("s.lab.example", "A", 60, "192.0.2.1"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(
        "256",
        "Value '256' at 'changeBatch.changes.1.member.resourceRecordSet.weight' failed to satisfy constraint: "
            + "Member must have value less than or equal to 255")]
    [InlineData("-1", "Member must have value greater than or equal to 0")]
    [InlineData("1.5", "Invalid XML")]
    [InlineData("", "Invalid XML")]
    public async Task A_weight_must_be_a_whole_number_up_to_255(string weight, string message) =>
        await RefusedAsync(Weighted("envoy", weight), "InvalidInput", message);

    [Theory]
    [InlineData("2147483648", "less than or equal to 2147483647")]
    [InlineData("-1", "greater than or equal to 0")]
    [InlineData("soon", "Invalid XML")]
    public async Task A_ttl_must_be_a_whole_number_in_range(string ttl, string message) =>
        await RefusedAsync(Simple("x.lab.example", "A", ttl, "192.0.2.1"), "InvalidInput", message);

    [Fact]
    public async Task Records_need_a_ttl_and_a_ttl_needs_records()
    {
        await RefusedAsync(
            Name + "<Type>A</Type>" + Records("192.0.2.1"),
            "InvalidInput",
            "but found none in Change with [Action=CREATE, Name=x.lab.example, Type=A, SetIdentifier=null]");
        await RefusedAsync(Name + "<Type>A</Type><TTL>60</TTL>", "InvalidInput", "found none");
        await RefusedAsync(Name + "<Type>A</Type>", "InvalidInput", "found none");
    }

    [Fact]
    public async Task An_alias_takes_neither_ttl_nor_records()
    {
        await RefusedAsync(Name + "<Type>A</Type><TTL>60</TTL>" + Alias("ZLAB", "s.lab.example"), "InvalidInput", "found more than one");
        await RefusedAsync(
            Name + "<Type>A</Type>" + Records("192.0.2.1") + Alias("ZLAB", "s.lab.example"), "InvalidInput", "found more than one");
    }

    [Fact]
    public async Task A_set_identifier_and_a_routing_policy_need_each_other()
    {
        await RefusedAsync(
            Name + "<Type>A</Type><Weight>1</Weight><TTL>60</TTL>" + Records("192.0.2.1"), "InvalidInput", "Missing field 'SetIdentifier'");
        await RefusedAsync(
            Name + "<Type>A</Type><SetIdentifier>x</SetIdentifier><TTL>60</TTL>" + Records("192.0.2.1"),
            "InvalidInput",
            "Expected exactly one of [Weight");
        await RefusedAsync(Weighted("x", "1") + "<Failover>PRIMARY</Failover>", "InvalidInput", "more than one");
        await RefusedAsync(Weighted(new string('x', 129), "1"), "InvalidInput", "length less than or equal to 128");
        await RefusedAsync(Weighted("", "1"), "InvalidInput", "length greater than or equal to 1");
    }

    [Theory]
    [InlineData("a..lab.example")]
    [InlineData("bücher.lab.example")]
    [InlineData(@"\99.lab.example")]
    public async Task What_is_no_domain_name_is_refused(string name) =>
        await RefusedAsync(Simple(name, "A", "60", "192.0.2.1"), "InvalidInput", "is not a domain name");

    [Fact]
    public async Task Several_constraints_are_reported_together() =>
        await RefusedAsync(Weighted("x", "256", ttl: "-1"), "InvalidInput", "2 validation errors detected: ");

    [Theory]
    [InlineData("<a/>")]
    [InlineData("not xml")]
    [InlineData("<ChangeResourceRecordSetsRequest/>")]
    public async Task A_body_that_is_not_the_documented_xml_is_refused(string body) =>
        (await _world.PostAsync("hostedzone/ZLAB/rrset", body)).ExpectError(400, "InvalidInput", "Invalid XML");

    [Fact]
    public async Task An_empty_batch_and_unknown_words_are_refused()
    {
        (await _world.ChangeAsync()).ExpectError(400, "InvalidInput", "at least one Change");
        (await _world.ChangeAsync(Change("REPLACE", Weighted("x", "1")))).ExpectError(
            400, "InvalidInput", "enum value set: [CREATE, DELETE, UPSERT]");
        await RefusedAsync(Simple("x.lab.example", "AX", "60", "192.0.2.1"), "InvalidInput", "resourceRecordSet.type");
        await RefusedAsync(
            Weighted("x", "1").Replace("Weight>", "Region>", StringComparison.Ordinal),
            "InvalidInput",
            "does not emulate routing by Region");
    }

    private async Task RefusedAsync(string set, string code, string message)
    {
        var before = _world.Zone.Accepted;
        (await _world.ChangeAsync(Change("CREATE", set))).ExpectError(400, code, message);
        Assert.Same(before, _world.Zone.Accepted);
    }
}
