using Cutover.Lab.Edges;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class StallTests
{
    [Fact]
    public async Task A_stalled_edge_takes_the_connection_but_does_not_answer_the_upgrade()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        edge.Dials.Stalled = true;
        using var client = EdgeClient.New();
        var dialling = client.DialAsync(edge);

        await Eventually.TrueAsync(() => edge.Counters.Total.Tried == 1);
        await AssertSilentAsync(dialling);

        edge.Dials.Stalled = false;
        await dialling;
    }

    [Fact]
    public async Task A_stalled_edge_holds_back_echoes_until_it_is_well_again()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await EdgeClient.ConnectedAsync(edge);
        edge.Dials.Stalled = true;
        await client.SayAsync("anyone?");
        var hearing = client.HearAsync();
        await AssertSilentAsync(hearing);

        edge.Dials.Stalled = false;

        Assert.Equal("anyone?", await hearing);
    }

    [Fact]
    public async Task A_stalled_edge_holds_back_pongs()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await RawClient.ConnectedAsync(edge);
        await client.SendAsync(RawClient.Upgrade);
        await client.ReadAsync();
        edge.Dials.Stalled = true;
        await client.SendAsync([0x89, 0x80, 0, 0, 0, 0]);
        var reading = client.ReadAsync();
        await AssertSilentAsync(reading);

        edge.Dials.Stalled = false;

        Assert.Equal([0x8A, 0x00], await reading);
    }

    [Fact]
    public async Task Who_gave_up_during_a_stall_is_abandoned_and_not_accepted()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        edge.Dials.Stalled = true;
        using (var client = await RawClient.ConnectedAsync(edge))
        {
            await client.SendAsync(RawClient.Upgrade);
            await Eventually.TrueAsync(() => edge.Counters.Total.Tried == 1);
        }

        await Eventually.TrueAsync(() => edge.Counters.Total.Abandoned == 1);
        Assert.Equal(0, edge.Counters.Total.Accepted);
    }

    [Fact]
    public async Task Who_hangs_up_during_a_stall_is_not_held_any_longer()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        var silent = await EdgeClient.ConnectedAsync(edge);
        var unheard = await EdgeClient.ConnectedAsync(edge);
        edge.Dials.Stalled = true;
        await unheard.SayAsync("anyone?");

        silent.Abort();
        unheard.Abort();

        await Eventually.TrueAsync(() => edge.Counters.Total is { Lost: 2, Open: 0 }, () => edge.Counters.Total.ToString());
    }

    [Fact]
    public async Task What_is_said_during_a_stall_is_answered_in_order_after_it()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var client = await EdgeClient.ConnectedAsync(edge);
        edge.Dials.Stalled = true;
        await client.SayAsync("one");
        await client.SayAsync("two");

        edge.Dials.Stalled = false;

        Assert.Equal(("one", "two"), (await client.HearAsync(), await client.HearAsync()));
    }

    [Fact]
    public async Task A_stalled_edge_still_drops_what_it_holds()
    {
        var clock = new FakeTimeProvider();
        await using var edge = TestEdge.Start(clock);
        using var client = await EdgeClient.ConnectedAsync(edge);
        edge.Dials.Settings = new EdgeDialSettings { Stalled = true, DropHeld = 100 };
        await client.SayAsync("held at the gate");

        clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => edge.Counters.Total is { Dropped: 1, Open: 0 });
    }

    /// <summary>Silence can only be listened to for a while.</summary>
    private static async Task AssertSilentAsync(Task answer) => await Assert.ThrowsAsync<TimeoutException>(
        () => answer.WaitAsync(TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken));
}
