using Cutover.Web.Health;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Health;

public sealed class HealthTests(TokenHost host) : IClassFixture<TokenHost>
{
    [Fact]
    public async Task Readiness_names_each_part_and_its_age()
    {
        var view = await (await host.Host.GetAsync("/health/ready")).ReadAsync<ReadinessView>();

        Assert.True(view.Ready);
        Assert.Equal(["database", "scheduler"], view.Parts.Select(part => part.Name));
        Assert.Equal("answered just now", view.Parts[0].Words);
        Assert.Matches("^started (just now|\\d+ s ago)$", view.Parts[1].Words);
    }

    [Theory]
    [InlineData(0.4, "just now")]
    [InlineData(59.9, "59 s ago")]
    [InlineData(3599, "59 min ago")]
    [InlineData(172_000, "47 h ago")]
    [InlineData(200_000, "2 days ago")]
    public void An_age_is_said_in_words(double seconds, string words) => Assert.Equal(words, Age.InWords(TimeSpan.FromSeconds(seconds)));
}
