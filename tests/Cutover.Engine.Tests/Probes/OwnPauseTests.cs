using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

/// <summary>A process that did not run is no reason to give up a peer: the clock jumps, as it does for whoever was stopped.</summary>
public sealed class OwnPauseTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_beat_whose_deadline_passed_during_a_pause_gets_another_one_and_is_no_round_trip()
    {
        var (time, answer, answered) = (new FakeTimeProvider(), new TaskCompletionSource(), new TaskCompletionSource());
        var window = new ProbeWindow(time);
        await using var held = await HeldAsync(time, window, async (peer, ping) =>
        {
            await answer.Task.Guarded();
            await peer.SendAsync([0x8A, (byte)ping.Length, .. ping]);
            await peer.AwaitHeldAsync();
            answered.SetResult();
            await peer.SwallowAsync();
        });

        time.Advance(Deadline + OwnPause.Tolerance + TimerWheel.Tick);
        answer.SetResult();
        await answered.Task.Guarded();

        Assert.False(held.Ending.IsCompleted);
        Assert.Null(window.Measure(ProbeMeasure.RoundTripP50, time.Start, time.GetUtcNow() + TimerWheel.Tick)?.Value);
    }

    [Fact]
    public async Task A_peer_that_stays_silent_after_the_pause_as_well_is_given_up_at_the_second_deadline()
    {
        var time = new FakeTimeProvider();
        await using var held = await HeldAsync(time, new ProbeWindow(time), (peer, _) => peer.SwallowAsync());

        time.Advance(Deadline + OwnPause.Tolerance + TimerWheel.Tick);
        time.Advance(Deadline - TimerWheel.Tick);
        Assert.False(held.Ending.IsCompleted);
        time.Advance(TimerWheel.Tick * 2);

        Assert.Equal(HeldEndKind.Silence, (await held.Ending.Guarded()).Kind);
    }

    [Fact]
    public async Task A_dial_that_timed_out_during_a_pause_is_tried_again()
    {
        var (time, tried) = (new FakeTimeProvider(), 0);
        await using var server = new RawServer(async peer =>
        {
            if (Interlocked.Increment(ref tried) > 1)
            {
                await peer.UpgradeAsync();
                return;
            }

            await peer.ReadRequestAsync();
            time.Advance(Deadline + OwnPause.Tolerance + TimerWheel.Tick);
            await peer.SwallowAsync();
        });

        var outcome = await new WebSocketDialer(
                new ProbeTarget("Envoy", server.Uri(), Dials.Record), new ProbeOptions { DialDeadline = Deadline }, time)
            .DialAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, tried);
        Assert.IsType<DialOutcome.Connected>(outcome).Connection.Dispose();
    }

    private static async Task<Held> HeldAsync(FakeTimeProvider time, ProbeWindow window, Func<RawPeer, byte[], Task> afterPing)
    {
        var (held, beaten) = (new TaskCompletionSource(), new TaskCompletionSource());
        var server = new RawServer(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AwaitHeldAsync();
            held.SetResult();
            var (_, ping) = await peer.ReadFrameAsync();
            beaten.SetResult();
            await afterPing(peer, ping);
        });
        var options = new ProbeOptions { BeatInterval = TimeSpan.FromMilliseconds(10), BeatDeadline = Deadline };
        var stop = new CancellationTokenSource();
        var ending = Holds.EndAsync(server, options, time, window, stop.Token);
        await held.Task.Guarded();
        time.Advance(TimerWheel.Tick);
        await beaten.Task.Guarded();
        return new Held(server, stop, ending);
    }

    private sealed record Held(RawServer Server, CancellationTokenSource Stop, Task<HeldEnd> Ending) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Stop.CancelAsync();
            await Server.DisposeAsync();
            await Ending.Guarded();
            Stop.Dispose();
        }
    }
}
