using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Engine.StackStatistics.Haproxy;

namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>The readers against a real HAProxy with real WebSockets through it.</summary>
public sealed class HaproxyTests
{
    public static TheoryData<string> Ways => ["page", "unix", "tcp", "prometheus"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_way_to_ask_tells_the_same(string way)
    {
        await using var stack = await HaproxyStack.StartAsync();
        await stack.OpenAsync(5);
        stack.Backend.Dials.RefuseHandshakes = 100;
        await stack.FailAsync(2);
        var sample = await HaproxyStack.ReadAsync(stack.Way(way));

        Assert.Equal(5, sample.Open);
        Assert.Equal(new StackCounters(7, 7, 5, 0, 2), sample.Counters);
        Assert.Equal([new BackendSample("app/app1", 5, 5)], sample.Backends);
        Assert.StartsWith(way == "prometheus" ? "started " : "pid ", sample.Process, StringComparison.Ordinal);
        Assert.InRange(sample.Uptime!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Null(sample.OutOfService);
    }

    [Fact]
    public async Task The_101_of_an_open_WebSocket_stands_in_the_row_of_its_server_only()
    {
        await using var stack = await HaproxyStack.StartAsync();
        await stack.OpenAsync(3);
        using var http = new HttpClient();
        var rows = HaproxyTable.Parse(await http.GetStringAsync(stack.Page.Address, TestContext.Current.CancellationToken));
        long Answered(string proxy, string name) => rows.Single(row => row.Proxy == proxy && row.Name == name)["hrsp_1xx"];

        // What this reader must not be built upon, in case a later HAProxy changes it.
        Assert.Equal((0, 0, 3), (Answered("edge", "FRONTEND"), Answered("app", "BACKEND"), Answered("app", "app1")));
    }

    [Fact]
    public async Task A_backend_that_refuses_connections_is_an_error_and_a_5xx()
    {
        await using var stack = await HaproxyStack.StartAsync();
        stack.Backend.Dials.Dead = true;
        await stack.FailAsync(3);
        var sample = await HaproxyStack.ReadAsync(stack.Page);

        Assert.Equal((3, 3, 0), (sample.Counters.ConnectionErrors, sample.Counters.Responses5xx, sample.Counters.Upgrades));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_backend_that_is_killed_under_open_WebSockets_moves_no_counter_and_is_recognised_nevertheless(string way)
    {
        await using var stack = await HaproxyStack.StartAsync(relayed: true);
        var endpoint = stack.Way(way);
        await stack.OpenAsync(20);
        var before = await HaproxyStack.ReadAsync(endpoint);
        // The kernel ends its connections with FIN, and no close frame goes before it.
        await stack.KillServerAsync();
        await Waiting.UntilAsync(async () => (await HaproxyStack.ReadAsync(endpoint)).Open == 0);
        var after = await HaproxyStack.ReadAsync(endpoint);

        Assert.Equal(before.Counters, after.Counters);
        AssertLost(before, after);
    }

    [Fact]
    public async Task A_backend_that_resets_its_open_WebSockets_is_an_error_of_each_and_recognised_as_well()
    {
        await using var stack = await HaproxyStack.StartAsync();
        await stack.OpenAsync(20);
        var before = await HaproxyStack.ReadAsync(stack.UnixSocket);
        stack.Backend.Dials.Dead = true;
        await Waiting.UntilAsync(async () => (await HaproxyStack.ReadAsync(stack.UnixSocket)).Open == 0);
        var after = await HaproxyStack.ReadAsync(stack.UnixSocket);

        Assert.Equal(new StackCounters(0, 0, 0, 20, 0), after.Counters.Minus(before.Counters));
        AssertLost(before, after);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task After_a_reload_the_counters_go_on_and_the_former_workers_connections_are_not_taken_for_gone(string way)
    {
        await using var stack = await HaproxyStack.StartAsync();
        var endpoint = stack.Way(way);
        await stack.OpenAsync(6);
        var history = new InstanceHistory("x").Take(new InstanceSeen(await HaproxyStack.ReadAsync(endpoint)));
        await stack.OpenAsync(2);
        history = history.Take(new InstanceSeen(await HaproxyStack.ReadAsync(endpoint)));
        await stack.ReloadAsync();
        await stack.OpenAsync(3);
        await Waiting.UntilAsync(async () => await HaproxyStack.TryAsync(endpoint) is { Counters.Upgrades: 3 });
        var after = await HaproxyStack.ReadAsync(endpoint);
        history = history.Take(new InstanceSeen(after));

        var reading = StackReading.Of([history], after.At, TimeSpan.FromMinutes(1));
        Assert.Equal(5, history.Points[^1].Totals.Upgrades);
        Assert.Single(history.Restarts);
        Assert.Equal((3, 8.0), (reading.Open, reading.OpenUnseen));
        Assert.Empty(reading.Losses);
        Assert.Equal(11, await stack.EchoesAsync());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_stopped_HAProxy_is_out_of_sight(string way)
    {
        await using var stack = await HaproxyStack.StartAsync();
        await stack.StopAsync();

        Assert.Null(await HaproxyStack.TryAsync(stack.Way(way)));
    }

    [Fact]
    public async Task Credentials_come_from_where_the_playbook_says()
    {
        await using var stack = await HaproxyStack.StartAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, HaproxyStack.Password + "\n", TestContext.Current.CancellationToken);
        var reference = new CredentialsReference(CredentialsOrigin.File, file);
        Assert.StartsWith("pid ", (await HaproxyStack.ReadAsync(stack.Guarded with { Credentials = reference })).Process, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "operator:wrong", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => HaproxyStack.ReadAsync(stack.Guarded with { Credentials = reference }));
        Assert.EndsWith($"answered 401: it does not accept the credentials in file:{file}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", refused.Message, StringComparison.Ordinal);

        File.Delete(file);
        var missing = await Assert.ThrowsAsync<InvalidDataException>(() => HaproxyStack.ReadAsync(stack.Guarded with { Credentials = reference }));
        Assert.StartsWith($"file:{file} cannot be read", missing.Message, StringComparison.Ordinal);
        var none = await Assert.ThrowsAsync<HttpRequestException>(() => HaproxyStack.ReadAsync(stack.Guarded));
        Assert.EndsWith("answered 401: it wants credentials, and the playbook names none", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_does_not_exist_is_named_with_those_that_do()
    {
        await using var stack = await HaproxyStack.StartAsync();
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => HaproxyStack.ReadAsync(stack.Page with { Proxy = "edge" }));

        Assert.Equal("HAProxy has no backend edge with servers; these have: app, other", refused.Message);
    }

    private static void AssertLost(InstanceSample before, InstanceSample after)
    {
        var history = new InstanceHistory("x").Take(new InstanceSeen(before)).Take(new InstanceSeen(after));
        Assert.Equal(("app/app1", 20, 20), history.Losses.Select(loss => (loss.Backend, loss.Lost, loss.Of)).Single());
        Assert.Empty(history.Restarts);
    }
}
