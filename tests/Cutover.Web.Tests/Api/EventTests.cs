using System.Net;
using System.Net.Sockets;
using System.Text;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Api.Events;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Web.Tests.Api;

public sealed class EventTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silence_of_fifteen_seconds_is_broken_by_a_comment_and_a_reader_that_leaves_is_forgotten()
    {
        await using var host = await RunningHost.WithTokenAsync(TokenHost.Token);
        var (time, feed) = (new FakeTimeProvider(), Service<RunFeed>(host));
        var stream = new RunStream(
            feed, Service<RunPositions>(host), Service<RunArchive>(host), time, Service<IHostApplicationLifetime>(host));
        await using (var items = stream.FollowAsync(null, null, Cancellation).GetAsyncEnumerator(Cancellation))
        {
            Assert.True(await items.MoveNextAsync());
            Assert.Equal(new StreamItem("0:", null), items.Current);
            Assert.Equal(1, feed.Subscribers);

            var next = items.MoveNextAsync().AsTask();
            for (var passed = TimeSpan.Zero; !next.IsCompleted; passed += TimeSpan.FromSeconds(1))
            {
                Assert.True(passed < Patience.Limit * 10);
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            Assert.True(await next);
            Assert.Equal(default, items.Current);
        }

        Assert.Equal(0, feed.Subscribers);
    }

    [Fact]
    public async Task A_reader_whose_connection_is_cut_again_and_again_is_told_every_decision_once_and_in_order()
    {
        using var guard = Patience.Guard();
        await using var host = await RunningHost.WithTokenAsync(TokenHost.Token);
        var runs = new StoredRuns(host);
        var id = await runs.StartAsync();
        var (told, last) = (new List<RunEventView>(), (string?)null);
        for (var connection = 0; connection < 5; connection++)
        {
            await using (var reader = await EventReader.OpenAsync(host, ApiRoutes.EventsOf(id), last, guard.Token))
            {
                told.AddRange(await reader.TakeAsync(connection == 0 ? 1 : 3));
                await TickAsync(runs, id, 2);
                told.AddRange(await reader.TakeAsync(2));
                last = reader.LastId;
            }

            await TickAsync(runs, id, 3);
        }

        Assert.Equal(Enumerable.Range(1, told.Count).Select(number => (long)number), told.Select(decision => decision.Sequence));
        Assert.All(told, decision => Assert.Equal(id, decision.RunId));
    }

    [Fact]
    public async Task All_runs_are_resumed_across_a_restart_of_the_host_with_runs_that_began_or_ended_meanwhile()
    {
        using var guard = Patience.Guard();
        var first = await RunningHost.WithTokenAsync(TokenHost.Token);
        var runs = new StoredRuns(first);
        var one = await runs.StartAsync();
        string last;
        await using (var reader = await EventReader.OpenAsync(first, ApiRoutes.Events, null, guard.Token))
        {
            Assert.Equal((one, 1L), Single(await reader.TakeAsync(1)));
            last = reader.LastId;
        }

        await runs.AbandonAsync(one);
        var two = await runs.StartAsync(zone: "other.example");
        await runs.TickAsync(two);
        await runs.AbandonAsync(two);
        await first.StopAsync();
        await using var second = await RunningHost.WithTokenAsync(TokenHost.Token, first);

        await using var again = await EventReader.OpenAsync(second, ApiRoutes.Events, last, guard.Token);
        Assert.Equal(
            [(one, 2), (two, 1), (two, 2), (two, 3)], (await again.TakeAsync(4)).Select(decision => (decision.RunId, decision.Sequence)));
        var three = await new StoredRuns(second).StartAsync();
        Assert.Equal((three, 1L), Single(await again.TakeAsync(1)));
        Assert.Equal($"{three}:{three}.1", again.LastId);
    }

    [Theory]
    [InlineData("/api/v1/events", "7")]
    [InlineData("/api/v1/events", "7:1")]
    [InlineData("/api/v1/events", "x:1.2")]
    [InlineData("/api/v1/runs/1/events", "first")]
    public async Task An_id_of_another_stream_is_refused(string path, string id)
    {
        await using var host = await RunningHost.WithTokenAsync(TokenHost.Token);
        await new StoredRuns(host).StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", TokenHost.Token);
        request.Headers.Add("Last-Event-ID", id);

        Assert.Contains(
            $"\"{id}\"", (await (await host.SendAsync(request)).ProblemAsync(HttpStatusCode.BadRequest)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_of_another_database_begins_anew()
    {
        using var guard = Patience.Guard();
        await using var host = await RunningHost.WithTokenAsync(TokenHost.Token);
        var id = await new StoredRuns(host).StartAsync();

        await using var reader = await EventReader.OpenAsync(host, ApiRoutes.EventsOf(id), "4711", guard.Token);

        Assert.Equal((id, 1L), Single(await reader.TakeAsync(1)));
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_is_cut_off_and_holds_nobody_up()
    {
        await using var host = await RunningHost.WithTokenAsync(TokenHost.Token);
        var runs = new StoredRuns(host);
        var id = await runs.StartAsync();
        await WriteManyAsync(host, id, 10_000);
        using var guard = Patience.Guard();
        using var idle = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await idle.ConnectAsync(IPAddress.Loopback, host.Address.Port, guard.Token);
        await idle.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {ApiRoutes.EventsOf(id)} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nLast-Event-ID: 1\r\nAuthorization: Bearer {TokenHost.Token}\r\n\r\n"), guard.Token);
        var feed = Service<RunFeed>(host);
        await UntilAsync(() => feed.Subscribers == 1, guard.Token);

        await using (var other = await EventReader.OpenAsync(host, ApiRoutes.EventsOf(id), "10000", guard.Token))
        {
            Assert.Equal(10_001, Assert.Single(await other.TakeAsync(1)).Sequence);
        }

        await UntilAsync(() => feed.Subscribers == 0, guard.Token);
    }

    private static (long Run, long Sequence) Single(List<RunEventView> told) =>
        (Assert.Single(told).RunId, told[0].Sequence);

    private static async Task TickAsync(StoredRuns runs, long id, int count)
    {
        for (var tick = 0; tick < count; tick++)
        {
            await runs.TickAsync(id);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    private static async Task WriteManyAsync(RunningHost host, long id, int count)
    {
        await using var context = await Service<IDbContextFactory<CutoverContext>>(host).CreateDbContextAsync(Cancellation);
        var (tick, reason) = (RunJson.Write<RunEvent>(new TickedEvent()), new string('x', 3000));
        context.Decisions.AddRange(Enumerable.Range(2, count).Select(number => new DecisionRecord
        {
            RunId = id, Sequence = number, At = DateTimeOffset.UnixEpoch, Event = tick, Reason = reason, Refused = false,
            Phase = RunPhase.Applying, Step = 0, IsNotable = false,
        }));
        await context.SaveChangesAsync(Cancellation);
        await context.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.Sequence, count + 1), Cancellation);
    }

    private static T Service<T>(RunningHost host)
        where T : notnull => host.App.Services.GetRequiredService<T>();
}
