using Cutover.Core.Notifications;
using Cutover.Core.Playbooks;
using Cutover.Engine.Notifications;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Tests.Plans;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>The settings of channels: what is wrong is said by name, and no value of a secret is in it.</summary>
public sealed class ChannelReaderTests
{
    private const string Hidden = "T0PSECRET";

    public static TheoryData<ChannelOptions, string> Wrong => new()
    {
        { new(), "Cutover:Notifications:Channels:a:Kind is slack, webhook or email." },
        { new() { Kind = ChannelKind.Slack }, "Cutover:Notifications:Channels:a:Url is needed, or UrlFile." },
        { new() { Kind = ChannelKind.Slack, Url = $"hooks.example/{Hidden}" }, "Cutover:Notifications:Channels:a:Url is an absolute http or https URL without a login." },
        { new() { Kind = ChannelKind.Slack, Url = $"https://u:{Hidden}@hooks.example/" }, "Cutover:Notifications:Channels:a:Url is an absolute http or https URL without a login." },
        { new() { Kind = ChannelKind.Slack, Url = "https://x", UrlFile = "/x" }, "Cutover:Notifications:Channels:a:Url and UrlFile exclude each other." },
        { new() { Kind = ChannelKind.Slack, UrlFile = "/nowhere/at-all" }, "Cutover:Notifications:Channels:a:UrlFile cannot be read: /nowhere/at-all (DirectoryNotFoundException)." },
        { new() { Kind = ChannelKind.Slack, Url = "https://x", Host = "mail" }, "Cutover:Notifications:Channels:a:Host and what belongs to it are for email." },
        { new() { Kind = ChannelKind.Webhook, Url = "https://x", Secret = Hidden }, "Cutover:Notifications:Channels:a:Secret is whsec_ and base64, or text, of 24 bytes or more." },
        { new() { Kind = ChannelKind.Email, Host = "mail", From = "a@x", To = ["b@x"], User = "u" }, "Cutover:Notifications:Channels:a:User and Password go together." },
        { new() { Kind = ChannelKind.Email, Host = "mail", From = "nobody", To = ["b@x"] }, "Cutover:Notifications:Channels:a:From has what is no e-mail address." },
        { new() { Kind = ChannelKind.Email, Host = "mail", From = "a@x" }, "Cutover:Notifications:Channels:a:To has one address or more." },
        { new() { Kind = ChannelKind.Slack, Url = "https://x", Events = ["hold"] }, "Cutover:Notifications:Channels:a:Events has \"hold\", and events are started, advanced, approval-needed, held, drifted, resumed, warning, rolling-back, rollback-asked, rollback-stuck, rolled-back, completed, abandoned; or none alone." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_without_its_value(ChannelOptions options, string words)
    {
        var failure = Assert.Throws<FormatException>(() => Read(options));

        Assert.Equal(words, failure.Message);
    }

    [Fact]
    public void A_network_that_is_none_is_named() => Assert.Equal(
        "Cutover:Notifications:AllowedNetworks has \"10.0.0.0/33\", which is no network such as 10.1.0.0/16.",
        Assert.Throws<FormatException>(
            () => ChannelReader.Read(new NotificationOptions { AllowedNetworks = ["10.0.0.0/33"] }, TimeProvider.System)).Message);

    [Fact]
    public void What_is_shown_of_an_address_is_its_host()
    {
        Assert.Equal("https://hooks.slack.com", Read(new() { Kind = ChannelKind.Slack, Url = $"https://hooks.slack.com/services/{Hidden}?a={Hidden}" }).Where);
        Assert.Equal(
            "mail.example:465 to b@x.example",
            Read(new() { Kind = ChannelKind.Email, Host = "mail.example", Security = MailSecurity.Tls, From = "a@x.example", To = ["b@x.example"] }).Where);
    }

    [Fact]
    public void Events_are_all_those_that_are_named_or_none()
    {
        Assert.Equal(NotificationEventExtensions.OfRuns, Read(new() { Kind = ChannelKind.Slack, Url = "https://x" }).Events);
        Assert.Equal([NotificationEvent.Held], Read(new() { Kind = ChannelKind.Slack, Url = "https://x", Events = ["held"] }).Events);
        Assert.Empty(Read(new() { Kind = ChannelKind.Slack, Url = "https://x", Events = ["none"] }).Events);
    }

    [Fact]
    public void A_channel_that_the_host_does_not_have_is_a_refusal_that_says_where_to_make_one()
    {
        var channels = ChannelReader.Read(
            new NotificationOptions { Channels = { ["ops"] = new() { Kind = ChannelKind.Slack, Url = "https://x" } } }, TimeProvider.System);
        var playbook = Assert.IsType<PlaybookAccepted>(
            PlaybookReader.Read(SamplePlan.Text + "\nnotify: [{ channel: ops }, { channel: pager }]")).Playbook;

        Assert.Equal(
            "notify pager: this host has no such channel; it has ops. Set Cutover:Notifications:Channels:pager on the host and restart it, "
                + "or name another channel in the playbook.",
            Assert.Single(channels.Unknown(playbook)).ToString());
    }

    private static NotificationChannel Read(ChannelOptions options) =>
        ChannelReader.Read(new NotificationOptions { Channels = { ["a"] = options } }, TimeProvider.System).All[0];
}
