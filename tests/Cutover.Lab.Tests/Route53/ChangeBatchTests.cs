using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Route53;

public sealed class ChangeBatchTests : IAsyncLifetime
{
    private Route53World _world = null!;

    public async ValueTask InitializeAsync() => _world = await Route53World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_created_set_is_listed_with_everything_it_was_given()
    {
        (await _world.ChangeAsync(Change("CREATE", Weighted("haproxy", "255")))).ExpectOk();
        var listed = await _world.ListAsync("?name=w.lab.example&maxitems=1");
        Assert.Equal(["w.lab.example. A haproxy"], listed.Sets());
        Assert.Equal(("255", "60", "192.0.2.1"), (listed.Value("Weight"), listed.Value("TTL"), listed.Value("Value")));
    }

    [Fact]
    public async Task Names_are_stored_in_lower_case_with_a_dot_and_octal_escapes()
    {
        (await _world.ChangeAsync(Change("CREATE", Simple("*.UPPER.lab.example", "A", "1", "192.0.2.1")))).ExpectOk();
        Assert.Contains(@"\052.upper.lab.example. A", (await _world.ListAsync()).Sets());
    }

    [Fact]
    public async Task The_compare_and_swap_of_two_siblings_works_in_one_batch()
    {
        SeedPair(100, 0);
        var answer = await _world.ChangeAsync(
            Change("DELETE", Weighted("haproxy", "100")), Change("CREATE", Weighted("haproxy", "90")),
            Change("DELETE", Weighted("envoy", "0")), Change("CREATE", Weighted("envoy", "10")));
        answer.ExpectOk();
        Assert.Equal([10, 90], Weights());
    }

    [Fact]
    public async Task Of_many_swaps_at_once_from_the_same_state_exactly_one_wins()
    {
        SeedPair(100, 0);
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(weight => _world.ChangeAsync(
            Change("DELETE", Weighted("haproxy", "100")), Change("CREATE", Weighted("haproxy", $"{weight}")))));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(19, answers.Count(answer => answer.Code == "InvalidChangeBatch"));
    }

    [Fact]
    public async Task A_swap_with_identical_content_is_accepted()
    {
        SeedPair(100, 0);
        (await _world.ChangeAsync(Change("DELETE", Weighted("haproxy", "100")), Change("CREATE", Weighted("haproxy", "100")))).ExpectOk();
    }

    [Fact]
    public async Task A_batch_with_one_bad_change_changes_nothing()
    {
        SeedPair(100, 0);
        var answer = await _world.ChangeAsync(
            Change("DELETE", Weighted("haproxy", "100")),
            Change("CREATE", Weighted("haproxy", "90")),
            Change("DELETE", Weighted("envoy", "1")));
        answer.ExpectError(
            400,
            "InvalidChangeBatch",
            "[Tried to delete resource record set [name='w.lab.example.', type='A', "
                + "set-identifier='envoy'] but the values provided do not match the current values]");
        Assert.Equal([0, 100], Weights());
    }

    [Theory]
    [InlineData("99", "60", "192.0.2.1")]
    [InlineData("100", "61", "192.0.2.1")]
    [InlineData("100", "60", "192.0.2.2")]
    public async Task A_delete_must_match_weight_and_ttl_and_value(string weight, string ttl, string value)
    {
        SeedPair(100, 0);
        (await _world.ChangeAsync(Change("DELETE", Weighted("haproxy", weight, value, ttl)))).ExpectError(
            400, "InvalidChangeBatch", "do not match the current values");
    }

    [Fact]
    public async Task A_delete_matches_values_in_any_order()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("two.lab.example", "A", 60, "192.0.2.1", "192.0.2.2"));
        (await _world.ChangeAsync(Change("DELETE", Simple("two.lab.example", "A", "60", "192.0.2.2", "192.0.2.1")))).ExpectOk();
        Assert.Empty(_world.Zone.Accepted.At("two.lab.example."));
    }

    [Fact]
    public async Task Creating_twice_and_deleting_nothing_are_refused_with_the_names_in_the_message()
    {
        SeedPair(100, 0);
        var answer = await _world.ChangeAsync(Change("CREATE", Weighted("envoy", "1")), Change("DELETE", Weighted("nginx", "1")));
        answer.ExpectError(400, "InvalidChangeBatch",
            "[Tried to create resource record set [name='w.lab.example.', type='A', set-identifier='envoy'] but it already exists, "
            + "Tried to delete resource record set [name='w.lab.example.', type='A', set-identifier='nginx'] but it was not found]");
    }

    [Fact]
    public async Task An_upsert_creates_and_replaces()
    {
        (await _world.ChangeAsync(Change("UPSERT", Weighted("haproxy", "1")))).ExpectOk();
        (await _world.ChangeAsync(Change("UPSERT", Weighted("haproxy", "2")))).ExpectOk();
        Assert.Equal([2], Weights());
    }

    [Theory]
    [InlineData("DELETE", "DELETE")]
    [InlineData("UPSERT", "UPSERT")]
    [InlineData("CREATE", "DELETE")]
    public async Task Two_changes_of_one_set_are_refused_unless_they_replace_it(string first, string second)
    {
        SeedPair(100, 0);
        var answer = await _world.ChangeAsync(Change(first, Weighted("haproxy", "100")), Change(second, Weighted("haproxy", "100")));
        answer.ExpectError(400, "InvalidChangeBatch", "invalid set of changes for a resource record set 'A w.lab.example.'");
    }

    [Fact]
    public async Task Both_ttls_can_change_together_and_one_alone_cannot()
    {
        SeedPair(100, 0);
        (await _world.ChangeAsync(Change("UPSERT", Weighted("haproxy", "100", ttl: "30"))))
            .ExpectError(400, "InvalidChangeBatch", "weighted sets must contain the same TTL");
        (await _world.ChangeAsync(
            Change("UPSERT", Weighted("haproxy", "100", ttl: "30")), Change("UPSERT", Weighted("envoy", "0", ttl: "30")))).ExpectOk();
    }

    [Fact]
    public async Task A_cname_can_be_replaced_by_an_address_in_one_batch()
    {
        _world.Zone.Seed(ZoneRecordSet.Simple("www.lab.example", "CNAME", 60, "other.example"));
        (await _world.ChangeAsync(
            Change("DELETE", Simple("www.lab.example", "CNAME", "60", "other.example")),
            Change("CREATE", Simple("www.lab.example", "A", "60", "192.0.2.1")))).ExpectOk();
    }

    [Fact]
    public async Task More_than_a_thousand_records_or_too_many_characters_are_refused()
    {
        var values = Enumerable.Range(0, 501).Select(index => $"10.0.{index / 256}.{index % 256}").ToArray();
        (await _world.ChangeAsync(Change("CREATE", Simple("many.lab.example", "A", "60", values)))).ExpectOk();
        (await _world.ChangeAsync(Change(
            "UPSERT", Simple("many.lab.example", "A", "60", values)))).ExpectError(400, "InvalidChangeBatch", "limit of 1000");
        var texts = Enumerable.Range(0, 130).Select(index => $"\"{index:000}{new string('x', 250)}\"").ToArray();
        (await _world.ChangeAsync(Change(
            "CREATE", Simple("long.lab.example", "TXT", "60", texts)))).ExpectError(400, "InvalidChangeBatch", "limit of 32000");
    }

    private void SeedPair(int haproxy, int envoy) => _world.Zone.Seed(
        ZoneRecordSet.Weighted("w.lab.example", "A", "haproxy", haproxy, 60, "192.0.2.1"),
        ZoneRecordSet.Weighted("w.lab.example", "A", "envoy", envoy, 60, "192.0.2.1"));

    private int?[] Weights() => [.. _world.Zone.Accepted.Find("w.lab.example.", "A").Select(set => set.Weight)];
}
