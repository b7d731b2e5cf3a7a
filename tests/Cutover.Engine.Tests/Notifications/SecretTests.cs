using System.Diagnostics;
using System.Net;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Storage;
using Cutover.Tests.Fixtures;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>What opens a channel is in no log, trace, row, view or error, however sending ends.</summary>
public sealed class SecretTests
{
    private const string Path = "T0PSECRETpath";
    private const string Key = "T0PSECRET key of some length";
    private const string Password = "T0PSECRET password";

    [Fact]
    public async Task Nothing_that_is_kept_or_told_holds_a_secret()
    {
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Add(string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var receiver = await HookReceiver.StartAsync();
        using var mail = new MailReceiver();
        receiver.Answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        receiver.Answer(HttpStatusCode.Forbidden);
        await using var bench = await NotificationBench.CreateAsync(
            ("slack", new ChannelOptions { Kind = ChannelKind.Slack, Url = new Uri(receiver.Address, Path).AbsoluteUri }),
            ("hook", new ChannelOptions { Kind = ChannelKind.Webhook, Url = new Uri(receiver.Address, $"x?{Path}").AbsoluteUri, Secret = Key }),
            ("unreachable", new ChannelOptions { Kind = ChannelKind.Slack, Url = $"http://127.0.0.1:9/{Path}" }),
            ("refused", new ChannelOptions { Kind = ChannelKind.Slack, Url = $"https://10.9.8.7/{Path}" }),
            ("mail", new ChannelOptions
            {
                Kind = ChannelKind.Email, Host = "127.0.0.1", Port = mail.Port, Security = MailSecurity.None, User = "cutover", Password = Password,
                From = "a@x.example", To = ["b@x.example"],
            }));
        await bench.StartRunAsync();
        await bench.SendAsync();

        await bench.PassTimeUntilAsync(rows => rows.All(row => row.State != OutboxState.Waiting || row.Attempts > 0));

        var views = await bench.Desk.ChannelsAsync(TestContext.Current.CancellationToken);
        var letters = await bench.Desk.DeadLettersAsync(null, 100, TestContext.Current.CancellationToken);
        Assert.NotEmpty(letters);
        Assert.All(
            [
                bench.Log.All, await bench.FileAsync(), string.Join('\n', views), string.Join('\n', letters), string.Join('\n', spans),
                $"{bench.Options} {bench.Options.Channels["mail"]}",
            ],
            told => Assert.DoesNotContain("T0PSECRET", told, StringComparison.Ordinal));
        Assert.Contains("127.0.0.1", bench.Log.All, StringComparison.Ordinal);
    }
}
