using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class FirstWordsTests
{
    private static readonly ProbeOptions Asking = new()
    {
        DialDeadline = TimeSpan.FromSeconds(20),
        FirstMessage = "hello",
        ExpectedReply = "\"welcome\"",
    };

    [Fact]
    public async Task A_dial_is_good_once_the_expected_reply_came()
    {
        var message = Array.Empty<byte>();
        var outcome = await Dials.DialAsync(
            async peer =>
            {
                await peer.UpgradeAsync(0x81, 2, (byte)'{', (byte)'}');
                message = (await peer.ReadFrameAsync()).Payload;
                await peer.SendAsync([0x81, 18, .. "{\"type\":\"welcome\"}"u8, 0x81, 1, (byte)'x']);
                await peer.SwallowAsync();
            },
            Asking);
        var connected = Assert.IsType<DialOutcome.Connected>(outcome);
        connected.Connection.Dispose();
        Assert.Equal("hello"u8.ToArray(), message);
        Assert.True(connected.Timings.Reply > TimeSpan.Zero);
        Assert.Equal([0x81, 1, (byte)'x'], connected.Connection.Early.ToArray());
    }

    [Theory]
    [InlineData("\u0088\u0002\u0003\u00f0", "ended with CloseFrame 1008 before its reply")]
    [InlineData("", "ended with Fin before its reply")]
    [InlineData("\u00ff\u0000", "sent bytes that are no WebSocket frame before its reply")]
    public async Task What_comes_instead_of_the_reply_is_named(string answer, string reason)
    {
        var outcome = await Dials.DialAsync(
            async peer =>
            {
                await peer.UpgradeAsync();
                await peer.ReadFrameAsync();
                await peer.SendAsync(answer);
            },
            Asking);
        var failed = Assert.IsType<DialOutcome.Failed>(outcome);
        Assert.Equal((DialPhase.Reply, reason), (failed.Phase, failed.Reason));
    }

    [Fact]
    public async Task Headers_and_subprotocol_are_sent_and_the_subprotocol_must_be_chosen()
    {
        var request = "";
        var outcome = await Dials.DialAsync(
            async peer =>
            {
                request = await peer.ReadRequestAsync();
                await peer.SendAsync(
                    "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n" +
                    $"Sec-WebSocket-Accept: {RawPeer.AcceptFor(request)}\r\nSec-WebSocket-Protocol: chat.v1\r\n\r\n");
            },
            new ProbeOptions { Subprotocol = "chat.v2", Headers = new ProbeOptions().Headers.Add("X-Region", "eu") });
        Assert.Contains("\r\nX-Region: eu\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nSec-WebSocket-Protocol: chat.v2\r\n", request, StringComparison.Ordinal);
        Assert.Equal("101 with a subprotocol that was not offered (chat.v2 was)", Assert.IsType<DialOutcome.Failed>(outcome).Reason);
    }
}
