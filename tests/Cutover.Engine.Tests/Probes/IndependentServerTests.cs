using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class IndependentServerTests
{
    [Fact]
    public async Task An_npm_ws_server_is_probed_with_login_subprotocol_and_reply()
    {
        await using var server = await WsServer.StartAsync();
        await using var probe = Stacks.Start(new Uri($"ws://127.0.0.1:{server.Port}/"), WsServer.Login);
        await Healthy(probe.Window);

        await server.CloseAllAsync(1012);
        await probe.Window.Until(() => probe.Window.Read(ProbeMeasure.AbnormalCloses)?.Value >= 4);
        await probe.Window.Until(() => probe.Window.HeldNow == 4);
    }

    [Fact]
    public async Task Without_its_login_every_handshake_with_it_fails()
    {
        await using var server = await WsServer.StartAsync();
        await using var probe = Stacks.Start(
            new Uri($"ws://127.0.0.1:{server.Port}/"), WsServer.Login with { Headers = Stacks.Quick.Headers });
        await probe.Window.Until(() => probe.Window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 10);
        Assert.Equal(0, probe.Window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
    }

    [Fact]
    public async Task It_is_probed_over_TLS_through_a_real_HAProxy()
    {
        await using var server = await WsServer.StartAsync();
        using var certificate = Certificates.SelfSigned(Dials.Record);
        await using var haproxy = await HaproxyServer.StartAsync(server.Port, certificate);
        await using var probe = Stacks.Start(haproxy.Uri, WsServer.Login with { TrustedRoots = [certificate] });
        await Healthy(probe.Window);
    }

    private static async Task Healthy(ProbeWindow window)
    {
        await window.Until(() => window.Read(ProbeMeasure.HandshakeSuccess)?.Samples >= 20
            && window.HeldNow == 4
            && window.Read(ProbeMeasure.RoundTripP50)?.Samples >= 20);
        Assert.Equal(100, window.Read(ProbeMeasure.HandshakeSuccess)!.Value);
        Assert.Equal(0, window.Read(ProbeMeasure.HeldDropRate)!.Value);
    }
}
