using System.Text;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class DialTests
{
    [Fact]
    public async Task The_request_names_the_record_and_the_probe()
    {
        var request = "";
        var outcome = await Dials.DialAsync(async peer =>
        {
            request = await peer.ReadRequestAsync();
            await peer.SendAsync("HTTP/1.1 404\r\n\r\n");
        });
        Assert.Equal(404, Assert.IsType<DialOutcome.Refused>(outcome).StatusCode);
        Assert.StartsWith("GET / HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"\r\nHost: {Dials.Record}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nUser-Agent: cutover-probe/", request, StringComparison.Ordinal);
        Assert.Contains("\r\nSec-WebSocket-Version: 13\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_and_query_of_the_endpoint_are_asked_for()
    {
        var request = "";
        await using var server = new RawServer(async peer => request = await peer.ReadRequestAsync());
        await Dials.DialAsync(new Uri(server.Uri(), "/socket?room=1"));
        Assert.StartsWith("GET /socket?room=1 HTTP/1.1\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correct_101_connects_and_keeps_the_bytes_of_the_answer()
    {
        var outcome = await Dials.DialAsync(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.SwallowAsync();
        });
        var connected = Assert.IsType<DialOutcome.Connected>(outcome);
        connected.Connection.Dispose();
        Assert.StartsWith(
            "HTTP/1.1 101 Switching Protocols\r\n", Encoding.Latin1.GetString(connected.Received.Span), StringComparison.Ordinal);
        Assert.True(connected.Connection.Early.IsEmpty);
        Assert.True(connected.Timings.Tcp > TimeSpan.Zero && connected.Timings.Upgrade > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, connected.Timings.Tls);
    }

    [Fact]
    public async Task A_frame_in_the_packet_of_the_101_is_not_lost()
    {
        await using var server = new RawServer(async peer =>
        {
            await peer.UpgradeAsync(0x81, 2, (byte)'h', (byte)'i');
            await peer.SwallowAsync();
        });
        var connected = Assert.IsType<DialOutcome.Connected>(await Dials.DialAsync(server.Uri()));
        connected.Connection.Dispose();
        Assert.Equal([0x81, 2, (byte)'h', (byte)'i'], connected.Connection.Early.ToArray());
    }

    [Fact]
    public async Task A_host_name_as_endpoint_is_resolved()
    {
        await using var server = new RawServer(async peer =>
        {
            await peer.UpgradeAsync();
            await peer.SwallowAsync();
        });
        var outcome = await Dials.DialAsync(new Uri($"ws://localhost:{server.Port}/"));
        var connected = Assert.IsType<DialOutcome.Connected>(outcome);
        connected.Connection.Dispose();
        Assert.True(connected.Timings.Resolve > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "a.example")]
    [InlineData("ws://127.0.0.1/", "a.example\r\nX: y")]
    [InlineData("ws://127.0.0.1/", "")]
    public void A_target_that_cannot_be_dialed_is_not_built(string endpoint, string record) =>
        Assert.Throws<ArgumentException>(() => new ProbeTarget("Envoy", new Uri(endpoint), record));

    [Fact]
    public void The_final_dot_of_a_record_name_is_not_sent() =>
        Assert.Equal("a.example", new ProbeTarget("Envoy", new Uri("ws://127.0.0.1/"), "a.example.").HostName);
}
