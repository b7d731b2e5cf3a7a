using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Accessibility;

/// <summary>Every page, empty, busy and broken, has nothing that axe-core objects to.</summary>
[Collection(Stage.Name)]
public sealed class AxeTests(Stage stage) : StageTest(stage)
{
    private static readonly string[] OfRuns =
    [
        "/", "/history", "/start", "/lab", "/not-found", "/notifications", "/playbooks", "/playbooks/{Name}", "/playbooks/{Name}/edit", "/new-playbook",
        "/runs/{Id:long}", "/runs/{id:long}/acts", "/runs/{id:long}/acts/{act}", "/runs/{id:long}/approval", "/runs/{id:long}/comments", "/runs/{id:long}/report",
    ];

    private static readonly string[] OfPeople = ["/sign-in", "/invitation", "/account", "/accounts", "/accounts/{account:long}", "/audit"];

    private readonly Scan scan = new();

    [Fact]
    public void Every_route_that_leads_to_a_page_is_looked_at() =>
        Assert.Equal(OfRuns.Concat(OfPeople).Order(StringComparer.Ordinal), HostRoutes.All().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nothing_stands_in_anybodys_way_around_a_run()
    {
        var person = await Stage.Chromium.PersonAsync();
        var page = await Stage.OpenAsync(person, Stage.At("start"));
        await scan.LookAsync(page, "/start", "idle");
        await page.GetByLabel("Text").FillAsync("version: 1\nname: x");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check and plan" }).ClickAsync();
        await page.Locator(".problems").WaitForAsync();
        await scan.LookAsync(page, "/start", "unreadable");
        await page.GetByLabel("lab.yaml").CheckAsync();
        await page.Locator(".start-button").WaitForAsync();
        await scan.LookAsync(page, "/start", "planned");

        var run = await Stage.BakingAsync();
        await LookAtRunAsync(page, run);
        await LookAroundAsync(page, run);
        await Stage.RollBackAsync(run);
        await GoAsync(page, $"runs/{run}");
        await scan.LookAsync(page, "/runs/{Id:long}", "rolled back");
        scan.AssertClean();
        Assert.Equal(OfRuns.Order(StringComparer.Ordinal), scan.Routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_stands_in_anybodys_way_around_an_account()
    {
        await using var site = await PeopleSite.StartAsync();
        var person = await Stage.Chromium.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(site.At("sign-in"));
        await scan.LookAsync(page, "/sign-in", "empty");
        await page.GotoAsync(site.At("invitation?code=old"));
        await scan.LookAsync(page, "/invitation", "over");
        await page.GotoAsync(site.SetUpLink);
        await scan.LookAsync(page, "/invitation", "first");
        await page.CloseAsync();

        page = await site.SetUpAsync(person);
        await scan.LookAsync(page, "/", "unused");
        foreach (var path in (string[])["history", "account", "accounts", "accounts/1", "audit", "lab"])
        {
            await page.GotoAsync(site.At(path));
            await scan.LookAsync(page, path is "accounts/1" ? "/accounts/{account:long}" : $"/{path}", "signed in");
        }

        await page.GotoAsync(site.At("account"));
        await page.GetByLabel("Name").First.FillAsync("ci");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("token", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        await page.Locator(".secret").WaitForAsync();
        await scan.LookAsync(page, "/account", "new token");
        scan.AssertClean();
        Assert.Superset(OfPeople.ToHashSet(), scan.Routes);
    }

    private async Task LookAtRunAsync(IPage page, long run)
    {
        await GoAsync(page, $"runs/{run}");
        await page.Locator(".gate .chart").First.WaitForAsync();
        await scan.LookAsync(page, "/runs/{Id:long}", "baking");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "More acts" }).ClickAsync();
        await page.Locator(".act-item").First.WaitForAsync();
        await scan.LookAsync(page, "/runs/{Id:long}", "more");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Roll back to HAProxy", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await scan.LookAsync(page, "/runs/{Id:long}", "confirmation");
        await page.Keyboard.PressAsync("Escape");
        await Stage.Lab.AskAsync(run, OperatorAct.Pause);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Resume", Exact = true }).WaitForAsync();
        await scan.LookAsync(page, "/runs/{Id:long}", "paused");
    }

    private async Task LookAroundAsync(IPage page, long run)
    {
        (string Path, string Route)[] others =
        [
            ("", "/"), ("?text=nothing", "/"), ("history", "/history"), ("history?text=nothing", "/history"), ("lab", "/lab"), ("not-found", "/not-found"), ("runs/999", "/runs/{Id:long}"),
            ("notifications", "/notifications"), ("playbooks", "/playbooks"), ("playbooks/wss-primary", "/playbooks/{Name}"), ("playbooks/nobody", "/playbooks/{Name}"),
            ("playbooks/wss-primary/edit", "/playbooks/{Name}/edit"), ("new-playbook", "/new-playbook"),
        ];
        foreach (var (path, route) in others)
        {
            await GoAsync(page, path);
            await scan.LookAsync(page, route, path);
        }

        (string Path, string Route)[] plain =
            [("acts", "/acts"), ("acts/RollBack", "/acts/{act}"), ("acts/Approve", "/acts/{act}"), ("report", "/report"), ("approval?code=old", "/approval"), ("comments", "/comments")];
        foreach (var (path, route) in plain)
        {
            await page.GotoAsync(Stage.At($"runs/{run}/{path}"));
            await scan.LookAsync(page, "/runs/{id:long}" + route, path);
        }

        // Someone else's change, and a connection that is lost.
        await GoAsync(page, "lab");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Start over") }).ClickAsync();
        await Stage.Lab.UntilAsync(run, view => view.Foreign is not null);
        await GoAsync(page, $"runs/{run}");
        await page.Locator(".drift").WaitForAsync();
        await scan.LookAsync(page, "/runs/{Id:long}", "drifted");
        await Circuit.CutAsync(page);
        await scan.LookAsync(page, "/runs/{Id:long}", "connection lost");
        await page.UnrouteAllAsync();
    }

    private async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(Stage.At(path));
        await Circuit.UpAsync(page);
    }
}
