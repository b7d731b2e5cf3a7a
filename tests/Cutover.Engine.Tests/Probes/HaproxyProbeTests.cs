using Cutover.Core.Playbooks;

namespace Cutover.Engine.Tests.Probes;

public sealed class HaproxyProbeTests
{
    [Fact]
    public async Task Through_a_real_HAProxy_handshakes_succeed_and_a_killed_backend_is_noticed()
    {
        await using var backend = await EchoServer.StartAsync();
        await using var haproxy = await HaproxyServer.StartAsync(backend.Port);
        await using var probe = Stacks.Start(haproxy.Uri, Stacks.Quick);
        var window = probe.Window;
        await window.Until(() => window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 20
            && window.HeldNow == 4
            && window.Read(ProbeMeasure.RoundTripP50)?.Samples >= 20);
        Assert.Equal(100, window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
        Assert.Equal(0, window.Read(ProbeMeasure.HeldDropRate)!.Value);

        await backend.KillAsync();
        await window.Until(() => window.HeldNow == 0 && window.Read(ProbeMeasure.HandshakeSuccess)!.Value < 100);
        Assert.Equal(4, window.Read(ProbeMeasure.AbnormalCloses)!.Value);
    }
}
