using Cutover.Core.Dns;
using Cutover.Engine.Auditing;
using Cutover.Engine.Conversions;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Engine.Tests.Conversions;

public sealed class ConversionFaultTests
{
    private static readonly string[] Simple = ["simple, TTL 60 s, 127.0.1.1"];

    private static readonly string[] Pair = ["\"envoy\" weight 0, TTL 60 s, 127.0.1.2", "\"haproxy\" weight 100, TTL 60 s, 127.0.1.1"];

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recognised_as_its_own_and_has_a_change_to_wait_for()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Route53.Faults.LoseResponse.Next(1);

        var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);

        Assert.Equal(Pair, await bench.HeldAsync());
        Assert.Single((await bench.InSyncAsync(adopted.Id)).ChangeIds);
    }

    [Fact]
    public async Task An_undo_whose_answer_was_lost_is_recognised_too()
    {
        await using var bench = await ConversionBench.StartAsync();
        var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);
        bench.Route53.Faults.LoseResponse.Next(1);

        Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));

        Assert.Equal(Simple, await bench.HeldAsync());
        await bench.InSyncAsync(adopted.Id);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("throttled")]
    [InlineData("busy")]
    public async Task A_fault_that_passes_ends_with_the_pair(string fault)
    {
        await using var bench = await ConversionBench.StartAsync();
        var faults = bench.Route53.Faults;
        var turned = fault switch
        {
            "closed" => faults.CloseBeforeActing, "throttled" => faults.Throttle, _ => faults.PriorRequestNotComplete,
        };
        turned.Next(2);

        await bench.ConvertedAsync(ConversionBench.Adoption);

        Assert.Equal(Pair, await bench.HeldAsync());
    }

    [Fact]
    public async Task A_write_that_is_denied_leaves_the_record_and_says_why()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Route53.Faults.Denied = Route53Faults.Writes;

        var failed = Assert.IsType<ConversionNotWritten>(await bench.ConvertAsync(ConversionBench.Adoption));

        Assert.StartsWith("lab.example: Route 53 did not take the batch (AccessDenied: ", failed.Why, StringComparison.Ordinal);
        var stored = await bench.FindAsync(failed.Id);
        Assert.Equal((ConversionState.NotApplied, failed.Why), (stored.State, stored.Failure));
        Assert.Equal(Simple, await bench.HeldAsync());
        var notUndone = Assert.IsType<ConversionNotUndoable>(await bench.UndoAsync(failed.Id));
        Assert.StartsWith("Conversion 1 was never written", notUndone.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_in_its_midst_is_told_as_unsettled_and_an_undo_settles_it()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Route53.Faults.ServiceUnavailable.Next(100);

        var failed = Assert.IsType<ConversionNotWritten>(await bench.ConvertAsync(ConversionBench.Adoption));

        Assert.Contains("it may have been written or not (ServiceUnavailable", failed.Why, StringComparison.Ordinal);
        Assert.Equal(ConversionState.Applying, (await bench.FindAsync(failed.Id)).State);
        var undone = Assert.IsType<ConversionDone>(await bench.UndoAsync(failed.Id)).Conversion;
        Assert.Equal((ConversionState.Undone, ConversionSync.Nothing), (undone.State, undone.Sync));
        Assert.Equal(Simple, await bench.HeldAsync());
    }

    [Fact]
    public async Task A_try_without_an_answer_leaves_doubt_however_the_next_one_ends()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Route53.Faults.CloseBeforeActing.Next(1);
        bench.Route53.Requests.Arrived += _ =>
            bench.Route53.Faults.Denied =
                bench.Route53.Requests.Count(Route53Operation.ChangeResourceRecordSets) > 1 ? Route53Faults.Writes : [];

        var failed = Assert.IsType<ConversionNotWritten>(await bench.ConvertAsync(ConversionBench.Adoption));

        Assert.Contains("it may have been written or not (AccessDenied", failed.Why, StringComparison.Ordinal);
        Assert.Equal(ConversionState.Applying, (await bench.FindAsync(failed.Id)).State);
    }

    [Fact]
    public async Task What_changes_between_the_preview_and_the_write_is_refused_by_the_checksum()
    {
        await using var bench = await ConversionBench.StartAsync();
        var shown = await bench.PreviewAsync(ConversionBench.Adoption);
        bench.Zone.Seed(ZoneRecordSet.Simple(ConversionBench.Name, "A", 60, "127.0.9.9"));

        var outdated = Assert.IsType<ConversionOutdated>(await bench.Conversions.ConvertAsync(
            ConversionBench.Adoption, shown.Checksum(), new Origin("alice"), null, TestContext.Current.CancellationToken));

        Assert.NotEqual(shown.Checksum(), outdated.Now.Checksum());
        Assert.Equal(["simple, TTL 60 s, 127.0.9.9"], await bench.HeldAsync());
        Assert.Equal(0, bench.Route53.Requests.Count(Route53Operation.ChangeResourceRecordSets));
    }

    [Fact]
    public async Task What_someone_else_writes_in_the_last_moment_is_not_overwritten()
    {
        await using var bench = await ConversionBench.StartAsync();
        bench.Route53.Requests.Arrived += request =>
        {
            if (request.Operation == Route53Operation.ChangeResourceRecordSets)
            {
                bench.Zone.Seed(ZoneRecordSet.Simple(ConversionBench.Name, "A", 60, "127.0.9.9"));
            }
        };

        var failed = Assert.IsType<ConversionNotWritten>(await bench.ConvertAsync(ConversionBench.Adoption));

        Assert.True(failed.Raced);
        Assert.Contains("someone else changed the records first", failed.Why, StringComparison.Ordinal);
        Assert.Equal(["simple, TTL 60 s, 127.0.9.9"], await bench.HeldAsync());
    }

    [Fact]
    public async Task An_undo_over_what_someone_else_wrote_is_refused_and_shows_the_difference()
    {
        await using var bench = await ConversionBench.StartAsync();
        var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);
        bench.Weigh(90, 10);

        var drifted = Assert.IsType<ConversionDrifted>(await bench.UndoAsync(adopted.Id));

        Assert.Contains("it holds \"envoy\" weight 10", Assert.Single(drifted.Differences).Message, StringComparison.Ordinal);
        Assert.Equal(ConversionState.Applied, (await bench.FindAsync(adopted.Id)).State);
        bench.Weigh(100, 0);
        Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));
        var again = Assert.IsType<ConversionNotUndoable>(await bench.UndoAsync(adopted.Id));
        Assert.Contains("was undone by bob", again.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_zones_the_first_is_put_back_when_the_second_does_not_take_it()
    {
        await using var bench = await ConversionBench.StartAsync();
        var second = bench.Route53.Zones.Create("other.example", "Z2");
        second.Seed(ZoneRecordSet.Simple("wss.other.example", "A", 60, "127.0.1.1"));
        var request = ConversionBench.Adoption with { Playbook = ConversionBench.Text("lab.example", "other.example") };
        bench.Zone.ChangeAccepted += _ => second.Seed(ZoneRecordSet.Simple("wss.other.example", "A", 60, "127.0.9.9"));

        var failed = Assert.IsType<ConversionNotWritten>(await bench.ConvertAsync(request));

        Assert.StartsWith("other.example: someone else changed the records first", failed.Why, StringComparison.Ordinal);
        Assert.Equal(Simple, await bench.HeldAsync());
        Assert.Equal(ConversionState.NotApplied, (await bench.InSyncAsync(failed.Id)).State);
    }

    [Fact]
    public async Task Two_zones_are_adopted_and_undone_one_after_the_other()
    {
        await using var bench = await ConversionBench.StartAsync();
        var second = bench.Route53.Zones.Create("other.example", "Z2");
        second.Seed(ZoneRecordSet.Simple("wss.other.example", "A", 60, "127.0.1.1"));

        var adopted = await bench.ConvertedAsync(
            ConversionBench.Adoption with { Playbook = ConversionBench.Text("lab.example", "other.example") });

        Assert.Equal(2, (await bench.InSyncAsync(adopted.Id)).ChangeIds.Length);
        Assert.NotNull(second.Accepted.Find("wss.other.example.", "A", "envoy"));
        Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));
        Assert.Equal(Simple, await bench.HeldAsync());
        Assert.Null(second.Accepted.Find("wss.other.example.", "A", "envoy"));
    }

    [Fact]
    public async Task Route_53_itself_refuses_a_weighted_record_beside_a_simple_one()
    {
        await using var bench = await ConversionBench.StartAsync();

        var outcome = await bench.WriteAsync(new RecordSetChange(
            ChangeAction.Create, new RecordSet(ConversionBench.Name, "A", "envoy", 0, 60, ["127.0.1.2"])));

        Assert.False(outcome.TryGet(out _, out var failure));
        Assert.Contains("cannot be created as a non-weighted set exists", Assert.Single(failure.Details), StringComparison.Ordinal);
    }
}
