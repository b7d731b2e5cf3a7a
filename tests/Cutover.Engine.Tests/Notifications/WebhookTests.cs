using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cutover.Core.Runs;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Notifications.Delivery;
using Cutover.Engine.Storage;
using Cutover.Tests.Fixtures;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>Webhooks as a receiver sees them.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private HookReceiver receiver = null!;

    public async ValueTask InitializeAsync() => receiver = await HookReceiver.StartAsync();

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public void A_signature_is_the_one_that_Standard_Webhooks_publishes_as_an_example() => Assert.Equal(
        "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
        new WebhookSignature(Convert.FromBase64String("plJ3nmyCDGBKInavdOK15jsl")).Of(
            "msg_loFOjxBNrRLzqYUf", 1731705121, """{"event_type":"ping","data":{"success":true}}"""));

    [Fact]
    public async Task A_receiver_can_verify_what_came_and_reads_what_happened_with_its_weights()
    {
        await using var bench = await NotificationBench.CreateAsync(("hook", NotificationBench.Webhook(receiver.Address, "advanced")));
        await bench.SendAsync();
        await bench.StartRunAsync();

        var hook = await receiver.NextAsync();

        var key = Convert.FromBase64String(NotificationBench.Secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{hook.Id}.{hook.Headers["webhook-timestamp"]}.{hook.Body}");
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(signed);
        Assert.Equal($"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}", hook.Headers["webhook-signature"]);
        Assert.Equal(
            StorageBenchSeconds, long.Parse(hook.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        var (json, data) = (hook.Json, hook.Json["data"]!);
        Assert.Equal(("run.advanced", "info"), ((string?)json["type"], (string?)data["severity"]));
        Assert.Equal(("wss", 1, "https://cutover.example/ops/runs/1"), ((string?)data["playbook"], (int?)data["run"], (string?)data["link"]));
        Assert.Equal(
            """{"record":"wss.lab.example A","before":{"source":100,"target":0},"after":{"source":50,"target":50}}""",
            data["weights"]![0]!.ToJsonString());
        Assert.Contains("Step 1: applying 50 %", (string?)data["reason"], StringComparison.Ordinal);
        Assert.Equal(("HAProxy", "Envoy"), ((string?)data["source"], (string?)data["target"]));
        Assert.Null(data["approvalLink"]);
    }

    [Fact]
    public async Task Slack_gets_text_and_blocks_and_no_reason_can_mention_a_channel()
    {
        await using var bench = await NotificationBench.CreateAsync(
            ("slack", new ChannelOptions
            {
                Kind = ChannelKind.Slack, Url = new Uri(receiver.Address, "services/T0/B0/abc").AbsoluteUri, Events = ["held"],
            }));
        await bench.SendAsync();
        var run = await bench.StartRunAsync();
        await bench.TakeAsync(run, new OperatorAskedEvent(OperatorAct.Pause, "ada", "<!channel> & more"));

        var hook = await receiver.NextAsync();

        Assert.Equal("/services/T0/B0/abc", hook.Path);
        Assert.Contains("paused by ada: &lt;!channel&gt; &amp; more", (string?)hook.Json["text"], StringComparison.Ordinal);
        var blocks = hook.Json["blocks"]!.AsArray();
        Assert.Equal(["header", "section", "section", "section", "section"], blocks.Select(block => (string?)block!["type"]));
        Assert.Equal("🟠 wss #1 is held", (string?)blocks[0]!["text"]!["text"]);
        Assert.Equal("<https://cutover.example/ops/runs/1|Open the run>", (string?)blocks[^1]!["text"]!["text"]);
        Assert.DoesNotContain("<!channel>", hook.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found, "127.0.0.1 answered 302 Found, and redirects are not followed")]
    [InlineData(HttpStatusCode.Gone, "127.0.0.1 answered 410 Gone")]
    [InlineData(HttpStatusCode.Unauthorized, "127.0.0.1 answered 401 Unauthorized")]
    public async Task What_no_other_try_would_mend_is_a_dead_letter_at_once(HttpStatusCode status, string why)
    {
        await using var bench = await NotificationBench.CreateAsync(("hook", NotificationBench.Webhook(receiver.Address, "started")));
        receiver.Answer(status, "Location", new Uri(receiver.Address, "elsewhere").AbsoluteUri);
        await bench.StartRunAsync();
        await bench.SendAsync();

        var row = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Dead));

        Assert.Equal((why, 1), (row.Failure, row.Attempts));
        Assert.Equal("/hook", (await receiver.NextAsync()).Path);
        Assert.Null(receiver.Came());
    }

    [Fact]
    public async Task Loopback_is_refused_unless_it_is_allowed()
    {
        await using var bench = await NotificationBench.CreateAsync();
        bench.Open(new() { Channels = { ["hook"] = NotificationBench.Webhook(new Uri($"http://localhost:{receiver.Address.Port}"), "started") } });
        await bench.StartRunAsync();
        await bench.SendAsync();

        var row = Assert.Single(await bench.PassTimeUntilAsync(rows => rows[0].State == OutboxState.Dead));

        Assert.Matches(@"^localhost leads to \S+ \(loopback\), which Cutover:Notifications:AllowedNetworks does not allow$", row.Failure);
        Assert.Null(receiver.Came());
    }

    private static long StorageBenchSeconds => Storage.StorageBench.Now.ToUnixTimeSeconds();
}
