using Bunit;
using Cutover.Core.Runs;
using Cutover.Engine.Comments;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Run;
using Cutover.Web.Components.Shares;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Web.Tests.Components;

/// <summary>However many look at a run, it is read once.</summary>
public sealed class RunReadingsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private RunReadings Readings => bench.Service<RunReadings>();

    private RunFeed Feed => bench.Service<RunFeed>();

    private long Begun => bench.Service<RunReaders>().Begun;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task What_moved_is_read_once_for_all_pages()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        var pages = new[] { Page(run), Page(run), Page(run) };
        // Each page began with a reading of its own, and those who follow with one for all.
        await BegunAsync(4);

        await run.AskAsync(OperatorAct.Pause, "lunch");
        Feed.Publish(new RunMoved(run.Id, 99));
        foreach (var page in pages)
        {
            PassPausesUntil(page, () => Assert.Contains("Held: baking", page.Find(".answers").TextContent, StringComparison.Ordinal));
        }

        Assert.Equal((5, 1), (Begun, Feed.Subscribers));
    }

    [Fact]
    public async Task Whoever_asks_while_another_reading_is_under_way_shares_the_next_and_sees_what_was_done_before()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        using var clock = new HeldClock();
        var readers = new RunReaders(
            bench.Archive,
            bench.Service<RunComments>(),
            bench.Service<RunDeviations>(),
            bench.Service<RunShares>(),
            clock,
            NullLogger<RunReader>.Instance);
        var readings = new RunReadings(readers, bench.Service<RunWatch>(), clock);
        var underWay = Task.Run(() => readings.ReadAsync(run.Id, Cancellation), Cancellation);
        Assert.True(await clock.Asked.WaitAsync(Patience, Cancellation));

        await run.AskAsync(OperatorAct.Pause, "lunch");
        var asked = Enumerable.Range(0, 5).Select(_ => readings.ReadAsync(run.Id, Cancellation)).ToList();
        clock.Go();
        var read = await Task.WhenAll(asked).WaitAsync(Patience, Cancellation);

        Assert.Equal((2, 0), (readers.Begun, readings.Count));
        Assert.All(read, reading => Assert.Same(read[0], reading));
        Assert.NotNull(read[0].Run!.Summary.Hold);
        Assert.True((await underWay).Number < read[0].Number);
    }

    [Fact]
    public async Task Who_comes_later_is_shown_the_latest_reading_at_once()
    {
        var run = await bench.StartRunAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (first, second) = (new TaskCompletionSource<RunReading>(), new TaskCompletionSource<RunReading>());
        var one = Readings.FollowAsync(run.Id, Into(first), leaving.Token);
        var shown = await first.Task.WaitAsync(Patience, Cancellation);

        var other = Readings.FollowAsync(run.Id, Into(second), leaving.Token);

        Assert.Same(shown, await second.Task.WaitAsync(Patience, Cancellation));
        Assert.Equal(1, Begun);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
    }

    [Fact]
    public async Task A_reading_that_fails_is_told_on_every_page_and_is_over_with_the_next_that_does_not()
    {
        var run = await bench.StartRunAsync();
        var pages = new[] { Page(run), Page(run) };
        await SqlAsync("ALTER TABLE Verdicts RENAME TO Gone");
        Each(pages, page => bench.PassTimeUntil(page, () => Assert.Contains("no such table", page.Markup, StringComparison.Ordinal)));

        await SqlAsync("ALTER TABLE Gone RENAME TO Verdicts");

        Each(pages, page => bench.PassTimeUntil(page, () => Assert.DoesNotContain("no such table", page.Markup, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_last_page_that_is_left_ends_the_following()
    {
        var run = await bench.StartRunAsync();
        var pages = new[] { Page(run), Page(run) };
        pages[0].WaitForAssertion(() => Assert.Equal(1, Feed.Subscribers), Patience);

        pages[0].Instance.Dispose();
        Assert.Equal((1, 1), (Feed.Subscribers, Readings.Count));
        pages[1].Instance.Dispose();

        Assert.True(SpinWait.SpinUntil(() => Feed.Subscribers == 0 && Readings.Count == 0, Patience));
    }

    [Fact]
    public async Task A_page_that_fails_is_no_matter_of_the_others()
    {
        var run = await bench.StartRunAsync();
        var page = Page(run);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Readings.FollowAsync(run.Id, Broken, Cancellation).WaitAsync(Patience, Cancellation));
        await run.ReachAsync(RunPhase.Syncing);

        bench.PassTimeUntil(page, () => Assert.Contains("Syncing", page.Find(".answers").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Time_that_passes_and_a_reading_that_finds_the_same_draw_only_what_reads_differently()
    {
        var page = Page(await bench.StartRunAsync());
        var records = page.FindComponent<RecordTable>();
        PassPausesUntil(page, () => Assert.Contains("2 s ago", page.Find(".log time").TextContent, StringComparison.Ordinal));
        var (drawn, begun) = (records.RenderCount, Begun);

        PassPausesUntil(page, () => Assert.Contains("6 s ago", page.Find(".log time").TextContent, StringComparison.Ordinal));

        Assert.True(Begun > begun);
        Assert.Equal(drawn, records.RenderCount);
    }

    private static Func<RunReading, Task> Into(TaskCompletionSource<RunReading> first) => reading =>
    {
        first.TrySetResult(reading);
        return Task.CompletedTask;
    };

    private static Task Broken(RunReading reading) => throw new InvalidOperationException("its circuit is gone");

    private static void Each(IRenderedComponent<RunPage>[] pages, Action<IRenderedComponent<RunPage>> look) => Array.ForEach(pages, look);

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", Patience);
        return page;
    }

    private async Task BegunAsync(long readings)
    {
        while (Begun < readings)
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    // Never so long that a page is read again without a reason.
    private void PassPausesUntil(IRenderedComponent<RunPage> page, Action assertion)
    {
        for (var tries = 45; ; tries--)
        {
            bench.Time.Advance(RunWatch.Pause);
            try
            {
                page.WaitForAssertion(assertion, TimeSpan.FromMilliseconds(200));
                return;
            }
            catch (Bunit.Extensions.WaitForHelpers.WaitForFailedException) when (tries > 0)
            {
            }
        }
    }

    private async Task SqlAsync(string sql)
    {
        await using var context = await bench.Service<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    // A reading asks it for the time first, and stands still until it is told.
    private sealed class HeldClock : TimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim going = new();

        public SemaphoreSlim Asked { get; } = new(0);

        public void Go() => going.Set();

        public override DateTimeOffset GetUtcNow()
        {
            Asked.Release();
            going.Wait();
            return SampleRuns.Noon;
        }

        public void Dispose()
        {
            going.Dispose();
            Asked.Dispose();
        }
    }
}
