using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Api;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Web.Tests.Api;

public sealed class EventTests(TokenHost host) : IClassFixture<TokenHost>
{
    [Fact]
    public async Task A_silence_of_fifteen_seconds_is_broken_by_a_heartbeat_and_a_reader_that_leaves_is_forgotten()
    {
        var (time, feed) = (new FakeTimeProvider(), Service<RunFeed>());
        var stream = new RunStream(feed, Service<IDbContextFactory<CutoverContext>>(), time, Service<IHostApplicationLifetime>());
        await using (var items = stream
            .FollowAsync(null, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken))
        {
            Assert.True(await items.MoveNextAsync());
            Assert.Equal("heartbeat", items.Current.EventType);
            Assert.Equal(1, feed.Subscribers);

            var next = items.MoveNextAsync().AsTask();
            time.Advance(RunStream.Silence - TimeSpan.FromMilliseconds(1));
            Assert.False(next.IsCompleted);
            time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(await next.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
            Assert.Equal("heartbeat", items.Current.EventType);
        }

        Assert.Equal(0, feed.Subscribers);
    }

    private T Service<T>()
        where T : notnull => host.Host.App.Services.GetRequiredService<T>();
}
