using System.ComponentModel.DataAnnotations;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Probes;

public sealed class StackProbeTests
{
    [Theory]
    [InlineData(BeatKind.Ping)]
    [InlineData(BeatKind.Echo)]
    public async Task A_good_stack_is_measured_in_every_way(BeatKind beat)
    {
        await using var server = await EchoServer.StartAsync();
        await using var probe = Stacks.Start(server.Uri, With(beat));
        var window = probe.Window;
        await window.Until(() => window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 20
            && window.Read(ProbeMeasure.RoundTripP50)?.Samples >= 20
            && window.HeldNow == 4);
        Assert.Equal(100, window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
        Assert.InRange(window.Read(ProbeMeasure.HandshakeP99)!.Value, window.Read(ProbeMeasure.HandshakeP50)!.Value, 20_000);
        Assert.InRange(window.Read(ProbeMeasure.RoundTripP99)!.Value, double.Epsilon, 20_000);
        Assert.Equal((0, 4), (window.Read(ProbeMeasure.HeldDropRate)!.Value, window.Read(ProbeMeasure.HeldDropRate)!.Samples));
        Assert.Equal(0, window.Read(ProbeMeasure.AbnormalCloses)!.Value);
    }

    [Fact]
    public async Task A_refusing_stack_shows_its_failures_and_its_recovery()
    {
        await using var server = await EchoServer.StartAsync();
        server.RefuseWith = 503;
        await using var probe = Stacks.Start(server.Uri, Stacks.Quick);
        var window = probe.Window;
        await window.Until(
            () => window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 10 && window.Read(ProbeMeasure.HeldDropRate)?.Samples >= 4);
        Assert.Equal(0, window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
        Assert.Equal(100, window.Read(ProbeMeasure.HeldDropRate)!.Value);
        server.RefuseWith = null;
        await window.Until(() => window.Read(ProbeMeasure.HandshakeSuccess)!.Value > 0 && window.HeldNow == 4);
    }

    [Fact]
    public async Task A_dead_stack_is_a_success_of_zero_with_samples()
    {
        Uri endpoint;
        await using (var gone = new RawServer(_ => Task.CompletedTask))
        {
            endpoint = gone.Uri();
        }

        await using var probe = Stacks.Start(endpoint, Stacks.Quick);
        await probe.Window.Until(() => probe.Window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 10);
        Assert.Equal(0, probe.Window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
    }

    [Fact]
    public async Task Dropped_connections_are_noticed_and_opened_again()
    {
        var dropping = true;
        await using var server = new RawServer(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.AnswerPingAsync();
            if (Volatile.Read(ref dropping))
            {
                peer.Reset();
            }

            await peer.AnswerPingsAsync();
        });
        await using var probe = Stacks.Start(server.Uri(), new ProbeOptions
        {
            Holders = 4,
            DialsPerSecond = 0.1,
            OpenSpread = TimeSpan.Zero,
            BeatInterval = TimeSpan.FromMilliseconds(20),
            ReopenDelay = TimeSpan.FromMilliseconds(10),
        });
        await probe.Window.Until(() => probe.Window.Read(ProbeMeasure.AbnormalCloses)?.Value >= 8);
        Volatile.Write(ref dropping, false);
        await probe.Window.Until(() => probe.Window.HeldNow == 4 && probe.Window.Read(ProbeMeasure.RoundTripP50)?.Samples >= 50);
    }

    [Fact]
    public async Task Stopping_releases_what_is_held_without_a_drop()
    {
        await using var server = await EchoServer.StartAsync();
        var probe = Stacks.Start(server.Uri, Stacks.Quick);
        await probe.Window.Until(() => probe.Window.HeldNow == 4);
        await probe.DisposeAsync().AsTask().Guarded();
        Assert.Equal(0, probe.Window.HeldNow);
        Assert.Equal(0, probe.Window.Read(ProbeMeasure.HeldDropRate)!.Counted);
    }

    [Fact]
    public void Options_out_of_range_are_refused() => Assert.Throws<ValidationException>(() => new StackProbe(
        new ProbeTarget("Envoy", new Uri("ws://127.0.0.1/"), Dials.Record),
        new ProbeOptions { BeatDeadline = TimeSpan.Zero },
        TimeProvider.System,
        NullLogger<StackProbe>.Instance));

    private static ProbeOptions With(BeatKind beat) => new()
    {
        Beat = beat,
        DialsPerSecond = Stacks.Quick.DialsPerSecond,
        Holders = Stacks.Quick.Holders,
        OpenSpread = Stacks.Quick.OpenSpread,
        BeatInterval = Stacks.Quick.BeatInterval,
        BeatDeadline = Stacks.Quick.BeatDeadline,
        DialDeadline = Stacks.Quick.DialDeadline,
    };
}
