using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Route53;

public sealed class PropagationTests : IAsyncLifetime
{
    private Route53World _world = null!;

    public async ValueTask InitializeAsync() => _world = await Route53World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_change_is_pending_until_the_delay_is_over_and_in_sync_from_then_on()
    {
        var answer = await UpsertAsync("1");
        Assert.Equal(
            ("PENDING", "2026-03-01T12:00:00.000Z", "a test"),
            (answer.Value("Status"), answer.Value("SubmittedAt"), answer.Value("Comment")));
        _world.Time.Advance(Route53World.InsyncDelay - TimeSpan.FromMilliseconds(1));
        Assert.Equal("PENDING", await _world.StatusAsync(answer.Value("Id")));
        Assert.Null(InForce());
        _world.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("INSYNC", await _world.StatusAsync(answer.Value("Id")));
        Assert.Equal(1, InForce());
    }

    [Fact]
    public async Task The_api_lists_a_pending_change_at_once()
    {
        await UpsertAsync("7");
        Assert.Equal("7", (await _world.ListAsync("?name=w.lab.example")).Value("Weight"));
    }

    [Fact]
    public async Task Changes_arrive_in_the_order_they_were_made_even_when_the_delay_shrinks()
    {
        var first = await UpsertAsync("1");
        _world.Emulator.Zones.InsyncDelay = TimeSpan.FromSeconds(1);
        var second = await UpsertAsync("2");
        _world.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("PENDING", await _world.StatusAsync(second.Value("Id")));
        _world.Time.Advance(Route53World.InsyncDelay);
        Assert.Equal(("INSYNC", "INSYNC"), (await _world.StatusAsync(first.Value("Id")), await _world.StatusAsync(second.Value("Id"))));
        Assert.Equal(2, InForce());
    }

    [Fact]
    public async Task Held_changes_stay_pending_and_arrive_on_release()
    {
        _world.Emulator.Faults.KeepPending = true;
        var answer = await UpsertAsync("1");
        _world.Time.Advance(Route53World.InsyncDelay * 3);
        Assert.Equal("PENDING", await _world.StatusAsync(answer.Value("Id")));
        Assert.Null(InForce());
        _world.Emulator.Faults.KeepPending = false;
        Assert.Equal("INSYNC", await _world.StatusAsync(answer.Value("Id")));
        Assert.Equal(1, InForce());
    }

    [Fact]
    public async Task A_subscriber_hears_of_acceptance_and_of_publication_without_asking()
    {
        var heard = new List<string>();
        _world.Zone.ChangeAccepted += zone => heard.Add($"accepted {zone.Accepted.Find("w.lab.example.", "A").Single().Weight}");
        _world.Zone.Published += zone => heard.Add($"published {zone.Authoritative.Find("w.lab.example.", "A").Single().Weight}");
        await UpsertAsync("9");
        Assert.Equal(["accepted 9"], heard);
        _world.Time.Advance(Route53World.InsyncDelay);
        Assert.Equal(["accepted 9", "published 9"], heard);
    }

    [Fact]
    public async Task Change_ids_are_unique_and_look_like_those_of_the_service()
    {
        var ids = new HashSet<string>();
        for (var index = 0; index < 20; index++)
        {
            var id = (await UpsertAsync("1")).Value("Id");
            Assert.Matches("^/change/C[0-9A-Z]{13,20}$", id);
            Assert.True(ids.Add(id));
        }
    }

    [Fact]
    public async Task An_unknown_change_is_no_such_change() =>
        (await _world.GetAsync("change/C0123456789ABC")).ExpectError(404, "NoSuchChange");

    [Fact]
    public async Task Seeded_sets_are_accepted_and_in_force_at_once()
    {
        _world.Zone.Seed(ZoneRecordSet.Weighted("w.lab.example", "A", "haproxy", 42, 60, "192.0.2.1"));
        Assert.Equal(42, InForce());
        Assert.Equal("42", (await _world.ListAsync("?name=w.lab.example")).Value("Weight"));
    }

    private Task<Route53Answer> UpsertAsync(string weight) => _world.ChangeAsync(Change("UPSERT", Weighted("haproxy", weight)));

    private int? InForce() => _world.Zone.Authoritative.Find("w.lab.example.", "A", "haproxy")?.Weight;
}
