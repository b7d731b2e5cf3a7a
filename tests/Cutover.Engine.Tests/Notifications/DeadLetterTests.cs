using System.Net;
using Cutover.Core.Notifications;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Notifications;
using Cutover.Engine.Storage;
using Cutover.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>What is not delivered is tried again, and ends as a dead letter.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private HookReceiver receiver = null!;
    private NotificationBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await HookReceiver.StartAsync();
        bench = await NotificationBench.CreateAsync(("hook", NotificationBench.Webhook(receiver.Address, "started", "held")));
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_later_until_it_is_a_dead_letter()
    {
        for (var tries = 0; tries < bench.Options.Attempts; tries++)
        {
            receiver.Answer(HttpStatusCode.ServiceUnavailable);
        }

        await bench.StartRunAsync();
        await bench.SendAsync();
        var first = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].Attempts == 1));
        Assert.InRange(first.NextAt - first.CreatedAt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        var third = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].Attempts == 3, TimeSpan.FromSeconds(1)));
        Assert.InRange(third.NextAt - bench.Time.GetUtcNow(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

        var row = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Dead, TimeSpan.FromMinutes(1)));

        Assert.Equal((bench.Options.Attempts, "127.0.0.1 answered 503 ServiceUnavailable"), (row.Attempts, row.Failure));
        var letter = Assert.Single(await bench.Desk.DeadLettersAsync(null, 10, TestContext.Current.CancellationToken));
        Assert.Equal((row.MessageId, "wss #1 was started"), (letter.MessageId, letter.Title));
    }

    [Fact]
    public async Task What_is_too_old_is_not_tried_again()
    {
        receiver.Answer(HttpStatusCode.ServiceUnavailable);
        await bench.StartRunAsync();
        bench.Time.Advance(bench.Options.GiveUpAfter);
        await bench.SendAsync();

        Assert.Equal(1, Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Dead)).Attempts);
    }

    [Fact]
    public async Task A_channel_that_asks_to_be_left_alone_is_left_alone()
    {
        receiver.Answer(HttpStatusCode.TooManyRequests, "Retry-After", "120");
        await bench.StartRunAsync();
        await bench.SendAsync();

        var row = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].Attempts == 1));

        Assert.Equal(TimeSpan.FromSeconds(120), row.NextAt - bench.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_dead_letter_can_be_sent_again_with_its_id_or_dropped_and_both_are_on_record()
    {
        receiver.Answer(HttpStatusCode.Gone);
        receiver.Answer(HttpStatusCode.Gone);
        var run = await bench.StartRunAsync();
        await bench.AskAsync(run, OperatorAct.Pause);
        await bench.SendAsync();
        var dead = await bench.PassTimeUntilAsync(rows => rows.All(row => row.State == OutboxState.Dead));
        var first = await receiver.NextAsync();
        await receiver.NextAsync();

        Assert.True(await bench.Desk.SendAgainAsync(dead[0].Id, new Origin("ada"), TestContext.Current.CancellationToken));
        Assert.True(await bench.Desk.DropAsync(dead[1].Id, new Origin("ada"), TestContext.Current.CancellationToken));

        Assert.Equal(first.Id, (await receiver.NextAsync()).Id);
        await bench.PassTimeUntilAsync(rows => (rows[0].State, rows[1].State) == (OutboxState.Delivered, OutboxState.Dropped));
        Assert.False(await bench.Desk.SendAgainAsync(dead[0].Id, new Origin("ada"), TestContext.Current.CancellationToken));
        Assert.False(await bench.Desk.DropAsync(dead[1].Id, new Origin("ada"), TestContext.Current.CancellationToken));
        var acts = await bench.DatabaseAsync(context => context.Audit.Where(row => row.Act.StartsWith("notification."))
            .OrderBy(row => row.Sequence).Select(row => row.Act).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["notification.send-again", "notification.drop"], acts);
    }

    [Fact]
    public async Task What_waits_for_a_channel_that_was_taken_away_is_a_dead_letter()
    {
        await bench.StartRunAsync();
        bench.Open(new NotificationOptions());
        await bench.SendAsync();

        var row = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Dead));

        Assert.Equal("the host has no such channel any more", row.Failure);
        Assert.False(await bench.Desk.SendAgainAsync(row.Id, new Origin("ada"), TestContext.Current.CancellationToken));
    }
}
