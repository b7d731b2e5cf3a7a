using Cutover.Web.Hosting;

namespace Cutover.Web.Tests.Notifications;

/// <summary>A setting that cannot be read keeps the host from starting: it would be a channel that says nothing.</summary>
public sealed class ChannelKeyTests
{
    [Theory]
    [InlineData("Cutover:Notifications:Channels:ops:Kind", "fax", "'fax'")]
    [InlineData("Cutover:Notifications:Channels:ops:Port", "many", "'many'")]
    [InlineData("Cutover:Notifications:Channels:ops:UrlFiel", "/run/x", "'UrlFiel'")]
    [InlineData("Cutover:PublicAddress", "cutover.example", "no absolute http or https URL")]
    public void What_cannot_be_read_is_named(string key, string value, string named)
    {
        var failure = Assert.Throws<FormatException>(() => CutoverOptions.Bind(Configuration((key, value))));

        Assert.StartsWith(key[..key.LastIndexOf(':')], failure.Message, StringComparison.Ordinal);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(StartFailure.Words(failure));
    }

    [Fact]
    public void What_can_be_read_is_bound()
    {
        var options = CutoverOptions.Bind(Configuration(
            ("Cutover:Notifications:Channels:ops:Kind", "email"),
            ("Cutover:Notifications:Channels:ops:Security", "starttls"),
            ("Cutover:Notifications:Channels:ops:To:0", "oncall@x.example"),
            ("Cutover:Notifications:AllowedNetworks:0", "10.0.0.0/8"),
            ("Cutover:Notifications:GiveUpAfter", "02:00:00"),
            ("Cutover:PublicAddress", "https://cutover.example/ops"))).Engine;

        Assert.Equal(["oncall@x.example"], options.Notifications.Channels["ops"].To);
        Assert.Equal(["10.0.0.0/8"], options.Notifications.AllowedNetworks);
        Assert.Equal(TimeSpan.FromHours(2), options.Notifications.GiveUpAfter);
        Assert.Equal("https://cutover.example/ops", options.PublicAddress!.AbsoluteUri);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
