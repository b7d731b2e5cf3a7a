using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns.Readings;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Dns.Readings;

public sealed class ZoneQueueTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new();
    private readonly List<string[]> readings = [];
    private readonly ZoneQueue queue;
    private AwsFailure? failure;

    public ZoneQueueTests() => queue = new ZoneQueue(Read, time);

    public void Dispose() => queue.Dispose();

    [Fact]
    public async Task The_first_is_served_at_once()
    {
        var sets = await Join("a");

        Assert.Equal(["a"], Names(sets));
    }

    [Fact]
    public async Task Everyone_who_asks_within_an_interval_is_served_by_the_next_reading()
    {
        await Join("a");
        var asked = Enumerable.Range(0, 100).Select(run =>
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            return Join($"wss{run}");
        }).ToList();
        Assert.Single(readings);

        time.Advance(TimeSpan.FromSeconds(5));

        var served = await Task.WhenAll(asked);
        Assert.Equal(2, readings.Count);
        Assert.Equal(Enumerable.Range(0, 100).Select(run => $"wss{run}"), served.SelectMany(Names));
    }

    [Fact]
    public async Task A_zone_is_read_once_an_interval_however_many_ask()
    {
        var asked = new List<Task>();
        for (var second = 0; second < 600; second++)
        {
            asked.Add(Join("a"));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        time.Advance(Interval);
        await Task.WhenAll(asked);
        Assert.InRange(readings.Count, 20, 21);
    }

    [Fact]
    public async Task A_shorter_interval_pulls_the_reading_forward()
    {
        await Join("a");
        var patient = Join("a");
        var hurried = queue.JoinAsync(["b"], TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["a", "b"], Names(await patient).Concat(Names(await hurried)));
    }

    [Fact]
    public async Task A_reading_that_fails_fails_for_all_of_them_and_the_next_is_tried()
    {
        failure = new AwsFailure(AwsFailureKind.Throttled, "Throttling", "Rate exceeded");
        Assert.False((await Join("a")).TryGet(out _, out var why));
        Assert.Equal("Throttling", why.Code);

        failure = null;
        var again = Join("a");
        time.Advance(Interval);
        Assert.Equal(["a"], Names(await again));
    }

    [Fact]
    public async Task Who_stops_waiting_keeps_nobody_else_from_being_served()
    {
        await Join("a");
        using var leaving = new CancellationTokenSource();
        var left = queue.JoinAsync(["a"], Interval, leaving.Token);
        var stays = Join("b");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        time.Advance(Interval);

        Assert.Equal(["b"], Names(await stays));
    }

    private static IEnumerable<string> Names(AwsOutcome<ImmutableArray<RecordSet>> outcome) =>
        outcome.TryGet(out var sets, out var why) ? sets.Select(set => set.Name) : throw new InvalidOperationException(why.Message);

    private Task<AwsOutcome<ImmutableArray<RecordSet>>> Join(string name) =>
        queue.JoinAsync([name], Interval, TestContext.Current.CancellationToken);

    private Task<AwsOutcome<ImmutableArray<RecordSet>>> Read(IEnumerable<string> names)
    {
        var asked = names.Distinct().ToArray();
        readings.Add(asked);
        AwsOutcome<ImmutableArray<RecordSet>> outcome = failure is null
            ? asked.Select(name => new RecordSet(name, "A", "haproxy", 1, 60, ["127.0.0.1"])).ToImmutableArray()
            : failure;
        return Task.FromResult(outcome);
    }
}
