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

/// <summary>Messages survive the host, and come to an end, good or bad.</summary>
public sealed class OutboxTests : IAsyncLifetime
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
    public async Task A_host_that_dies_between_decision_and_sending_loses_nothing()
    {
        var run = await bench.StartRunAsync();
        await bench.AskAsync(run, OperatorAct.Pause);
        await bench.DieAsync();

        await bench.SendAsync();

        var (first, second) = (await receiver.NextAsync(), await receiver.NextAsync());
        Assert.Equal(("run.started", "run.held"), ((string?)first.Json["type"], (string?)second.Json["type"]));
        await bench.PassTimeUntilAsync(rows => rows.All(row => row.State == OutboxState.Delivered));
    }

    [Fact]
    public async Task A_decision_that_was_not_stored_is_not_told_and_one_that_was_is_told_once()
    {
        var run = await bench.StartRunAsync();
        bench.Commits.FailNext();
        await Assert.ThrowsAsync<SqliteException>(() => bench.AskAsync(run, OperatorAct.Pause));
        Assert.Single(await bench.OutboxAsync());

        await bench.AskAsync(run, OperatorAct.Pause);

        Assert.Equal([NotificationEvent.Started, NotificationEvent.Held], (await bench.OutboxAsync()).Select(row => row.Event));
    }

    [Fact]
    public async Task A_host_that_dies_before_it_knows_that_a_message_arrived_sends_it_again_with_the_same_id()
    {
        var isHeldBack = new TaskCompletionSource();
        receiver.Answers.Enqueue(_ => isHeldBack.Task);
        await bench.StartRunAsync();
        await bench.SendAsync();
        var first = await receiver.NextAsync();

        await bench.DieAsync();
        isHeldBack.SetResult();
        await bench.SendAsync();

        var again = await receiver.NextAsync();
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(first.Body, again.Body);
        await bench.PassTimeUntilAsync(rows => rows.All(row => row.State == OutboxState.Delivered));
    }

    [Fact]
    public async Task A_channel_that_never_answers_delays_neither_decisions_nor_another_channel()
    {
        await using var dead = await HookReceiver.StartAsync();
        var forever = new TaskCompletionSource();
        dead.Answers.Enqueue(_ => forever.Task);
        bench.Open(new NotificationOptions
        {
            AllowedNetworks = ["127.0.0.0/8"],
            Channels = { ["dead"] = NotificationBench.Webhook(dead.Address), ["hook"] = NotificationBench.Webhook(receiver.Address) },
        });
        await bench.SendAsync();
        var run = await bench.StartRunAsync();
        await dead.NextAsync();

        await bench.AskAsync(run, OperatorAct.Pause);

        await receiver.NextAsync();
        await receiver.NextAsync();
        await receiver.NextAsync();
        var rows = await bench.PassTimeUntilAsync(
            rows => rows.Where(row => row.Channel == "hook").All(row => row.State == OutboxState.Delivered));
        Assert.All(rows.Where(row => row.Channel == "dead"), row => Assert.Equal((OutboxState.Waiting, 0), (row.State, row.Attempts)));
        var timedOut = await bench.PassTimeUntilAsync(
            all => all.Any(row => row.Channel == "dead" && row.Attempts > 0), TimeSpan.FromSeconds(1));
        Assert.Contains(timedOut, row => row.Failure == "no answer within 10 s");
        forever.SetResult();
    }

    [Fact]
    public async Task A_playbook_chooses_for_the_channels_that_it_names_and_the_others_keep_the_hosts_choice()
    {
        bench.Open(new NotificationOptions
        {
            Channels =
            {
                ["quiet"] = NotificationBench.Webhook(receiver.Address, "none"),
                ["hook"] = NotificationBench.Webhook(receiver.Address, "held"),
            },
        });

        await bench.StartRunAsync("notify: [{ channel: quiet, events: [started] }]");

        Assert.Equal([("quiet", NotificationEvent.Started)], (await bench.OutboxAsync()).Select(row => (row.Channel, row.Event)));
    }
}
