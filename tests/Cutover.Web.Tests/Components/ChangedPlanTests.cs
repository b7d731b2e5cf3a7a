using System.Security.Claims;
using Bunit;
using Cutover.Engine.Runs;
using Cutover.Lab.Route53.Zones;
using Cutover.Web.Access;
using Cutover.Web.Access.People;
using Cutover.Web.Components;
using Cutover.Web.Components.Start;
using Cutover.Web.Playbooks;
using Cutover.Web.Tests.Hosts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Web.Tests.Components;

/// <summary>A plan is what runs: the page starts the one that it shows, or none.</summary>
public sealed class ChangedPlanTests(LabHost lab) : IClassFixture<LabHost>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_zone_that_has_changed_since_the_plan_was_shown_is_not_written_and_the_page_offers_to_plan_again()
    {
        var model = Model();
        model.Text = lab.Host.Playbook();
        await model.PlanAsync(None);
        var read = model.Plan!.Checksum;
        Weigh(95, 5);

        Assert.Null(await model.StartAsync("as it was shown"));

        Assert.Equal(read, model.Changed!.Asked);
        await using (var context = new BunitContext())
        {
            var page = Render(context, model);
            Assert.Contains("Nothing was started", page.Find(".plan-changed").TextContent, StringComparison.Ordinal);
            Assert.True(page.Find(".start-button").HasAttribute("disabled"));
            await page.Find(".plan-again").ClickAsync(new());
            Assert.Empty(page.FindAll(".plan-changed"));
        }

        Assert.Equal(("95/5", null), (model.Plan.Steps[0].Changes[0].Before, model.Changed));
        Assert.NotNull(await model.StartAsync(null));
    }

    private void Weigh(int source, int target) => lab.Host.World.Zone.Seed(
        [.. lab.Host.World.Zone.Accepted.RecordSets
            .Where(set => set is { Name: "wss-primary.lab.example.", Type: "A" })
            .Select(set => set with { Weight = set.SetIdentifier == "haproxy" ? source : target })]);

    private StartPageModel Model()
    {
        var services = lab.Host.App.Services;
        return new StartPageModel(
            services.GetRequiredService<PlaybookFolder>(),
            services.GetRequiredService<RunPlanning>(),
            services.GetRequiredService<OpenRuns>(),
            new OperatorName(
                new Ada(), services.GetRequiredService<Sessions>(), services.GetRequiredService<PlaybookRights>()),
            TimeProvider.System,
            NullLogger<StartPageModel>.Instance);
    }

    private static IRenderedComponent<PlanResult> Render(BunitContext context, StartPageModel model)
    {
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddDashboardParts();
        return context.Render<PlanResult>(parameters => parameters
            .Add(result => result.Model, model)
            .Add(result => result.OnPlan, () => model.PlanAsync(None)));
    }

    private sealed class Ada : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada"), new Claim("cutover:grant", "Admin")], "test"))));
    }
}
