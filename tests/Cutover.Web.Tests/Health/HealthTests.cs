using Cutover.Engine.Api;
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
        Assert.Equal(["database", "scheduler", "Route 53", "CloudWatch"], view.Parts.Select(part => part.Name));
        Assert.Equal("answered just now", view.Parts[0].Words);
        Assert.Matches("^started (just now|\\d+ s ago)$", view.Parts[1].Words);
    }

    [Fact]
    public async Task An_AWS_that_does_not_answer_is_told_and_keeps_nobody_from_the_dashboard()
    {
        await using var lab = await RunningHost.WithLabAsync();
        Assert.Equal("has not been asked yet", (await Route53Async(lab)).Words);

        (await lab.PostAsync(ApiRoutes.Plans, new PlanRequest(lab.Playbook()))).EnsureSuccessStatusCode();
        Assert.Matches("^answered (just now|\\d+ s ago)$", (await Route53Async(lab)).Words);

        lab.World.Route53.Faults.InternalFailure.Next(1000);
        await lab.PostAsync(ApiRoutes.Plans, new PlanRequest(lab.Playbook()));
        var failing = await Route53Async(lab);
        Assert.False(failing.Ready);
        Assert.Matches("^answered (just now|\\d+ s ago), and not since (just now|\\d+ s ago)$", failing.Words);
    }

    private static async Task<PartView> Route53Async(RunningHost host) =>
        (await (await host.GetAsync("/health/ready")).ReadAsync<ReadinessView>()).Parts.Single(part => part.Name == "Route 53");

    [Theory]
    [InlineData(0.4, "just now")]
    [InlineData(59.9, "59 s ago")]
    [InlineData(3599, "59 min ago")]
    [InlineData(172_000, "47 h ago")]
    [InlineData(200_000, "2 days ago")]
    public void An_age_is_said_in_words(double seconds, string words) => Assert.Equal(words, Age.InWords(TimeSpan.FromSeconds(seconds)));
}
