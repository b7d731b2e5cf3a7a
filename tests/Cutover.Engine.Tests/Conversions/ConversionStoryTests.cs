using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Engine.Api;
using Cutover.Engine.Conversions;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Engine.Tests.Conversions;

public sealed class ConversionStoryTests
{
    private const string Simple = "simple, TTL 60 s, 127.0.1.1";

    [Fact]
    public async Task A_simple_record_is_adopted_moved_finished_and_all_of_it_undone()
    {
        await using var bench = await ConversionBench.StartAsync();

        var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);
        Assert.Equal(
            ["\"envoy\" weight 0, TTL 60 s, 127.0.1.2", "\"haproxy\" weight 100, TTL 60 s, 127.0.1.1"], await bench.HeldAsync());
        await bench.InSyncAsync(adopted.Id);
        bench.Weigh(0, 100);

        var finished = await bench.ConvertedAsync(ConversionBench.Finishing);
        Assert.Equal(["simple, TTL 60 s, 127.0.1.2"], await bench.HeldAsync());
        await bench.InSyncAsync(finished.Id);
        Assert.IsType<ConversionDrifted>(await bench.UndoAsync(adopted.Id));

        Assert.IsType<ConversionDone>(await bench.UndoAsync(finished.Id));
        Assert.Equal(
            ["\"envoy\" weight 100, TTL 60 s, 127.0.1.2", "\"haproxy\" weight 0, TTL 60 s, 127.0.1.1"], await bench.HeldAsync());
        await bench.InSyncAsync(finished.Id);
        bench.Weigh(100, 0);

        Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));
        Assert.Equal([Simple], await bench.HeldAsync());
        Assert.Equal(ConversionState.Undone, (await bench.InSyncAsync(adopted.Id)).State);
    }

    [Fact]
    public async Task The_name_server_never_answers_anything_else_nor_nothing_while_a_record_is_adopted_and_taken_back()
    {
        await using var bench = await ConversionBench.StartAsync();
        using var sampling = await AnswerSampling.StartAsync(bench.Dns.EndPoint, ConversionBench.Name);

        for (var round = 0; round < 3; round++)
        {
            var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);
            await bench.InSyncAsync(adopted.Id);
            Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));
            await bench.InSyncAsync(adopted.Id);
        }

        var (answer, count) = Assert.Single(await sampling.StopAsync());
        Assert.Equal("127.0.1.1 for 60 s", answer);
        Assert.True(count > 20, $"{count} samples");
    }

    [Fact]
    public async Task The_name_server_never_answers_anything_else_nor_nothing_while_a_pair_is_finished_and_taken_back()
    {
        await using var bench = await ConversionBench.StartAsync();
        await bench.InSyncAsync((await bench.ConvertedAsync(ConversionBench.Adoption)).Id);
        bench.Weigh(0, 100);
        using var sampling = await AnswerSampling.StartAsync(bench.Dns.EndPoint, ConversionBench.Name);

        for (var round = 0; round < 3; round++)
        {
            var finished = await bench.ConvertedAsync(ConversionBench.Finishing);
            await bench.InSyncAsync(finished.Id);
            Assert.IsType<ConversionDone>(await bench.UndoAsync(finished.Id));
            await bench.InSyncAsync(finished.Id);
        }

        var (answer, count) = Assert.Single(await sampling.StopAsync());
        Assert.Equal("127.0.1.2 for 60 s", answer);
        Assert.True(count > 20, $"{count} samples");
    }

    [Fact]
    public async Task An_alias_for_two_types_is_adopted_in_one_batch_and_taken_back()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Zone.Seed(ZoneRecordSet.Simple(ConversionBench.Name, "AAAA", 60, "::1"));
        var balancer = bench.Route53.Zones.Create("elb.example", "Z9ELB", ownedByAws: true);
        balancer.Seed(
            ZoneRecordSet.Simple("lb.elb.example", "A", 60, "127.0.1.2"), ZoneRecordSet.Simple("lb.elb.example", "AAAA", 60, "::1"));
        var text = ConversionBench.Text("lab.example").Replace("types: [A]", "types: [A, AAAA]", StringComparison.Ordinal);

        var adopted = await bench.ConvertedAsync(
            new ConversionRequest(ConversionKind.Adopt, text, TargetAlias: new AliasTarget("Z9ELB", "lb.elb.example", false)));

        var after = await bench.HeldAsync();
        Assert.Equal(2, after.Count(set => set == "\"envoy\" weight 0, alias to lb.elb.example in zone Z9ELB"));
        Assert.Equal(1, bench.Route53.Requests.Count(Route53Operation.ChangeResourceRecordSets));
        Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));
        Assert.Equal([Simple, "simple, TTL 60 s, ::1"], await bench.HeldAsync());
    }

    [Fact]
    public async Task It_is_on_record_who_did_what_and_why_and_how_far_it_has_got()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Route53.Faults.KeepPending = true;
        var adopted = Assert.IsType<ConversionDone>(await bench.ConvertAsync(ConversionBench.Adoption, "it is time")).Conversion;
        Assert.Equal(ConversionSync.Pending, (await bench.FindAsync(adopted.Id)).Sync);
        bench.Route53.Faults.KeepPending = false;

        var stored = await bench.InSyncAsync(adopted.Id);

        Assert.Equal(
            (ConversionKind.Adopt, ConversionState.Applied, "wss", "alice", "it is time"),
            (stored.Kind, stored.State, stored.Playbook, stored.By, stored.Why));
        Assert.Equal(adopted.ChangeIds, stored.ChangeIds);
        Assert.Equal("simple, TTL 60 s, 127.0.1.1", stored.Undo[0].Lines[^1].RecordSet);
        await bench.UndoAsync(adopted.Id);
        var undone = await bench.InSyncAsync(adopted.Id);
        Assert.Equal((ConversionState.Undone, "bob", "it was a mistake"), (undone.State, undone.UndoneBy, undone.UndoneWhy));
        Assert.NotEqual(adopted.ChangeIds, undone.ChangeIds);
        Assert.Equal(adopted.Id, Assert.Single(await bench.ListAsync("wss")).Id);
        Assert.Empty(await bench.ListAsync("another"));
    }
}
