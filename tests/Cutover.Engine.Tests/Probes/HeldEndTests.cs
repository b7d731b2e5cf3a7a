using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class HeldEndTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    public async Task A_close_frame_ends_with_its_code_and_is_answered(int code)
    {
        var answer = new TaskCompletionSource<(byte First, byte[] Payload)>();
        var end = await Holds.EndAsync(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AnswerPingAsync();
            await peer.SendAsync(0x88, 2, (byte)(code >> 8), (byte)code);
            answer.SetResult(await peer.ReadFrameAsync());
        });
        Assert.Equal(new HeldEnd(HeldEndKind.CloseFrame, code), end);
        var (first, payload) = await answer.Task.Guarded();
        Assert.Equal(0x88, first);
        Assert.Equal(1000, (payload[0] << 8) | payload[1]);
    }

    [Fact]
    public async Task A_close_frame_without_a_code_is_1005() =>
        Assert.Equal(new HeldEnd(HeldEndKind.CloseFrame, 1005), await EndBySending(0x88, 0));

    [Fact]
    public async Task A_TCP_end_without_a_close_frame_is_a_FIN() => Assert.Equal(HeldEndKind.Fin, (await EndBySending()).Kind);

    [Fact]
    public async Task A_TCP_end_inside_a_frame_is_a_FIN() => Assert.Equal(HeldEndKind.Fin, (await EndBySending(0x82, 100, 1, 2)).Kind);

    [Theory]
    [InlineData(0x81, 0x80, "a masked frame")]
    [InlineData(0xC1, 0x00, "a reserved bit")]
    [InlineData(0x83, 0x00, "an unknown opcode")]
    [InlineData(0x09, 0x00, "a ping in fragments")]
    [InlineData(0x89, 0x7E, "a ping too long")]
    [InlineData(0x88, 0x01, "a close code of one byte")]
    public async Task Bytes_that_no_server_may_send_are_a_violation(byte first, byte second, string what)
    {
        Assert.NotEmpty(what);
        Assert.Equal(HeldEndKind.Violation, (await EndBySending(first, second, 0, 200)).Kind);
    }

    [Fact]
    public async Task A_TCP_reset_is_a_reset()
    {
        var end = await Holds.EndAsync(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AnswerPingAsync();
            peer.Reset();
        });
        Assert.Equal(HeldEndKind.Reset, end.Kind);
    }

    [Fact]
    public async Task A_ping_of_the_server_is_answered_and_long_messages_are_read_past()
    {
        var end = await Holds.EndAsync(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AnswerPingAsync();
            await peer.SendAsync([0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70, .. new byte[70_000]]);
            await peer.SendAsync([0x82, 126, 1, 0, .. new byte[256]]);
            await peer.SendAsync(0x89, 3, 1, 2, 3);
            var (first, payload) = await peer.ReadFrameAsync();
            var echoed = first == 0x8A && payload is [1, 2, 3];
            await peer.SendAsync(0x88, 2, 0x03, (byte)(echoed ? 0xE8 : 0xEA));
            await peer.ReadFrameAsync();
        });
        Assert.Equal(new HeldEnd(HeldEndKind.CloseFrame, 1000), end);
    }

    [Fact]
    public async Task A_beat_without_answer_is_silence_at_its_deadline_by_the_clock_it_was_given()
    {
        var time = new FakeTimeProvider();
        var window = new ProbeWindow(time);
        var (held, beaten) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new RawServer(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AwaitHeldAsync();
            held.SetResult();
            await peer.ReadFrameAsync();
            beaten.SetResult();
            await peer.SwallowAsync();
        });
        var options = new ProbeOptions { BeatInterval = TimeSpan.FromMilliseconds(10), BeatDeadline = TimeSpan.FromSeconds(2) };
        var ending = Holds.EndAsync(server, options, time, window, TestContext.Current.CancellationToken);
        await held.Task.Guarded();
        time.Advance(TimerWheel.Tick);
        await beaten.Task.Guarded();
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(ending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(HeldEndKind.Silence, (await ending.Guarded()).Kind);
        Assert.Equal(2000, window.Measure(ProbeMeasure.RoundTripP50, time.Start, time.GetUtcNow())!.Value);
    }

    [Fact]
    public async Task An_answer_to_another_beat_is_none()
    {
        var end = await Holds.EndAsync(
            async peer =>
            {
                await peer.UpgradeAsync();
                await peer.ReadFrameAsync();
                await peer.SendAsync(0x8A, 1, (byte)'x');
                await peer.SwallowAsync();
            },
            new ProbeOptions { BeatDeadline = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(HeldEndKind.Silence, end.Kind);
    }

    [Fact]
    public async Task A_probe_that_stops_releases_with_a_close_frame()
    {
        using var stop = new CancellationTokenSource();
        var closing = new TaskCompletionSource<byte>();
        await using var server = new RawServer(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AwaitHeldAsync();
            await stop.CancelAsync();
            closing.SetResult((await peer.ReadFrameAsync()).First);
        });
        var end = await Holds.EndAsync(
            server,
            new ProbeOptions { BeatInterval = TimeSpan.FromHours(1) },
            TimeProvider.System,
            new ProbeWindow(TimeProvider.System),
            stop.Token);
        Assert.Equal(HeldEndKind.Released, end.Kind);
        Assert.Equal(0x88, await closing.Task.Guarded());
    }

    private static Task<HeldEnd> EndBySending(params byte[] bytes) => Holds.EndAsync(async peer =>
    {
        await peer.UpgradeAsync();
        await peer.AnswerPingAsync();
        await peer.SendAsync(bytes);
    });
}
