using System.Net;
using System.Net.Sockets;
using Cutover.Core.Playbooks;
using Cutover.Engine.StackStatistics;
using Cutover.Engine.Tests.Probes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.StackStatistics;

public sealed class StackWatchTests
{
    private static readonly StatisticsOptions Often = new() { Interval = TimeSpan.FromMilliseconds(50) };

    // So that connections which end together do so between two looks, or at most three.
    private static readonly StatisticsOptions Seldom = new() { Interval = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Several_runs_of_the_same_stack_look_at_it_once()
    {
        await using var haproxy = await HaproxyStack.StartAsync();
        await using var watch = Watch(Often, TimeProvider.System);
        await using var one = watch.Watch(Stack(haproxy.Page, haproxy.UnixSocket));
        await using var other = watch.Watch(Stack(haproxy.Page));

        Assert.Equal(2, watch.Instances);
        await one.DisposeAsync();
        Assert.Equal(1, watch.Instances);
        await one.DisposeAsync();
        await other.DisposeAsync();
        Assert.Equal(0, watch.Instances);
    }

    [Fact]
    public async Task A_stack_is_followed_through_the_death_and_return_of_its_backend()
    {
        await using var haproxy = await HaproxyStack.StartAsync();
        await using var watch = Watch(Seldom, TimeProvider.System);
        await using var stack = watch.Watch(Stack(haproxy.UnixSocket));
        await haproxy.OpenAsync(40);
        await UntilAsync(stack, () => stack.Read(TimeSpan.FromMinutes(1)) is { IsWhole: true, Open: 40 });

        haproxy.Backend.Dials.Dead = true;
        await UntilAsync(stack, () => stack.Read(TimeSpan.FromMinutes(1)) is { Open: 0, Losses: [{ Backend: "app/app1", Lost: >= 20 }, ..] });

        await haproxy.StopAsync();
        await UntilAsync(stack, () => !stack.Read(TimeSpan.FromMinutes(1)).IsWhole);
        Assert.Contains("is out of sight since", stack.Read(TimeSpan.FromMinutes(1)).Gaps[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_never_answers_is_given_up_at_the_deadline_and_holds_up_nobody()
    {
        using var silent = Listen();
        var time = new FakeTimeProvider();
        await using var haproxy = await HaproxyStack.StartAsync();
        await using var watch = Watch(new StatisticsOptions { MostAtOnce = 1 }, time);
        await using var stuck = watch.Watch(Stack(Page(silent)));
        using var arrived = await silent.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await using var waiting = watch.Watch(Stack(haproxy.UnixSocket));
        Assert.Null(waiting.Histories[0].Since);

        time.Advance(TimeSpan.FromSeconds(3));
        await UntilAsync(stuck, () => stuck.Histories[0].Unseen is { Why: "no answer within 3 s" });
        await UntilAsync(waiting, () => waiting.Histories[0].Last is not null);
    }

    [Fact]
    public async Task What_refuses_is_named_with_the_reason()
    {
        using var gone = Listen();
        var page = Page(gone);
        gone.Stop();
        await using var watch = Watch(Often, TimeProvider.System);
        await using var stack = watch.Watch(Stack(page));

        await UntilAsync(stack, () => stack.Histories[0].Unseen is { Why: "Connection refused" });
    }

    private static StackWatch Watch(StatisticsOptions options, TimeProvider time) => new(options, time, NullLogger<StackWatch>.Instance);

    private static Stack Stack(params StatisticsEndpoint[] endpoints) => new("HAProxy", "haproxy", null) { Statistics = [.. endpoints] };

    private static HaproxyStatistics Page(TcpListener listener) => new(new Uri($"http://{listener.LocalEndpoint}/stats;csv"));

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    // Ends with the look that makes the condition true.
    private static async Task UntilAsync(WatchedStack stack, Func<bool> reached)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (reached())
            {
                met.TrySetResult();
            }
        }

        stack.Looked += Check;
        Check();
        await met.Task.Guarded();
        stack.Looked -= Check;
    }
}
