using System.Text;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class DialRefusalTests
{
    [Fact]
    public async Task A_503_is_a_refusal_with_its_code_and_its_bytes()
    {
        const string Answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nX-Stack: envoy\r\n\r\n";
        var refused = Assert.IsType<DialOutcome.Refused>(await Dials.DialAnsweredWith(Answer));
        Assert.Equal(503, refused.StatusCode);
        Assert.Equal("Service Unavailable", refused.Response.Reason);
        Assert.Equal(["envoy"], refused.Response.ValuesOf("x-stack"));
        Assert.Equal(Answer, Encoding.Latin1.GetString(refused.Received.Span));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "answer is not HTTP/1.1")]
    [InlineData("HTTP/1.0 101 Switching Protocols\r\n\r\n", "answer is not HTTP/1.1")]
    [InlineData("HTTP/1.1 1x1 Switching\r\n\r\n", "malformed status line")]
    [InlineData("HTTP/1.1 1010\r\n\r\n", "malformed status line")]
    [InlineData("HTTP/1.1 999 Odd\r\n\r\n", "malformed status line")]
    [InlineData("HTTP/1.1 101 OK\r\nUpgrade : websocket\r\n\r\n", "malformed header line 1")]
    [InlineData("HTTP/1.1 101 OK\r\nUpgrade: websocket\r\n folded\r\n\r\n", "malformed header line 2")]
    [InlineData("HTTP/1.1 101 OK\r\nUpgrade: web\nsocket\r\n\r\n", "malformed header line 1")]
    [InlineData("HTTP/1.1 101 OK\r\nno colon\r\n\r\n", "malformed header line 1")]
    [InlineData("HTTP/1.1 101 OK\r\nUpgrade: h2c\r\n\r\n", "101 without Upgrade: websocket")]
    [InlineData("HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n", "101 without Connection: Upgrade")]
    [InlineData("HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n", "101 with 0 Sec-WebSocket-Accept headers")]
    [InlineData(
        "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
        "101 with a wrong Sec-WebSocket-Accept")]
    [InlineData("HTTP/1.1 101 Swit", "closed by the peer after 17 bytes of answer")]
    [InlineData("", "closed by the peer after 0 bytes of answer")]
    public async Task A_wrong_answer_is_a_failure_that_says_what_is_wrong(string answer, string reason)
    {
        var failed = Assert.IsType<DialOutcome.Failed>(await Dials.DialAnsweredWith(answer));
        Assert.Equal(DialPhase.Upgrade, failed.Phase);
        Assert.Equal(reason, failed.Reason);
    }

    [Theory]
    [InlineData("Sec-WebSocket-Extensions: permessage-deflate", "101 with an extension that was not offered")]
    [InlineData("Sec-WebSocket-Protocol: chat", "101 with a subprotocol that was not offered")]
    public async Task A_101_that_grants_what_was_not_offered_is_a_failure(string header, string reason)
    {
        var outcome = await Dials.DialAsync(async peer =>
        {
            var accept = RawPeer.AcceptFor(await peer.ReadRequestAsync());
            await peer.SendAsync(
                $"HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n{header}\r\n\r\n");
        });
        Assert.Equal(reason, Assert.IsType<DialOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task An_endless_head_is_cut_off_at_its_bound()
    {
        var outcome = await Dials.DialAnsweredWith(
            "HTTP/1.1 200 OK\r\nX: " + new string('a', 5000), new ProbeOptions { MaxResponseHead = 1024 });
        var failed = Assert.IsType<DialOutcome.Failed>(outcome);
        Assert.Equal("head of the answer is longer than 1024 bytes", failed.Reason);
        Assert.Equal(1024, failed.Received.Length);
    }

    [Fact]
    public async Task A_reset_instead_of_an_answer_is_a_failure_of_the_upgrade()
    {
        var outcome = await Dials.DialAsync(async peer =>
        {
            await peer.ReadRequestAsync();
            peer.Reset();
        });
        Assert.Equal(DialPhase.Upgrade, Assert.IsType<DialOutcome.Failed>(outcome).Phase);
    }

    [Fact]
    public async Task A_closed_port_is_a_failure_of_the_TCP_phase()
    {
        Uri endpoint;
        await using (var gone = new RawServer(_ => Task.CompletedTask))
        {
            endpoint = gone.Uri();
        }

        Assert.Equal(DialPhase.Tcp, Assert.IsType<DialOutcome.Failed>(await Dials.DialAsync(endpoint)).Phase);
    }

    [Fact]
    public async Task No_answer_at_all_times_out_by_the_clock_it_was_given()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async peer =>
        {
            await peer.ReadRequestAsync();
            await peer.SendAsync("HTTP/1.1 ");
            asked.SetResult();
            await peer.SwallowAsync();
        });
        var dial = Dials.DialAsync(server.Uri(), new ProbeOptions { DialDeadline = TimeSpan.FromSeconds(5) }, time);
        await asked.Task.Guarded();
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(dial.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        var late = Assert.IsType<DialOutcome.TimedOut>(await dial);
        Assert.Equal(DialPhase.Upgrade, late.Phase);
        Assert.Equal(TimeSpan.FromSeconds(5.1), late.Timings.Total);
    }

    [Fact]
    public async Task A_cancelled_dial_throws_and_closes_its_connection()
    {
        using var cancelled = new CancellationTokenSource();
        var left = new TaskCompletionSource();
        await using var server = new RawServer(async peer =>
        {
            await peer.ReadRequestAsync();
            await cancelled.CancelAsync();
            await peer.SwallowAsync();
            left.SetResult();
        });
        var dialer = new WebSocketDialer(new ProbeTarget("Envoy", server.Uri(), Dials.Record), new ProbeOptions(), TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dialer.DialAsync(cancelled.Token).Guarded());
        await left.Task.Guarded();
    }
}
