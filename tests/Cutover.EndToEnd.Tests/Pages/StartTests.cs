using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>A run is started from the page whether or not its circuit is there.</summary>
[Collection(Stage.Name)]
public sealed class StartTests(Stage stage) : StageTest(stage)
{
    [Fact]
    public async Task Without_a_script_a_run_is_started_from_a_file()
    {
        var person = await Stage.Chromium.PersonAsync(script: false);
        var page = await person.NewPageAsync();
        await page.GotoAsync(Stage.At("start"));
        await page.GetByLabel("lab.yaml").CheckAsync();

        await Button(page, "Check and plan").ClickAsync();
        await page.WaitForURLAsync("**/start/plan");
        await Assertions.Expect(page.Locator("#playbook-text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("wss-primary"));
        await Button(page, "Start: first 50 % on Envoy").ClickAsync();

        await page.WaitForURLAsync("**/runs/*");
    }

    [Fact]
    public async Task With_a_dead_circuit_its_buttons_do_what_they_say()
    {
        var person = await Stage.Chromium.PersonAsync();
        var page = await Stage.OpenAsync(person, Stage.At("start"));
        await page.GetByLabel("lab.yaml").CheckAsync();
        await Button(page, "Start: first 50 % on Envoy").WaitForAsync();
        await Circuit.CutAsync(page);

        await page.GetByLabel("Reason").FillAsync("the circuit is dead");
        await Button(page, "Start: first 50 % on Envoy").ClickAsync();

        await page.WaitForURLAsync("**/runs/*");
        await Assertions.Expect(page.Locator(".log")).ToContainTextAsync("the circuit is dead");
    }

    [Fact]
    public async Task What_was_picked_and_typed_before_the_circuit_was_up_is_not_lost()
    {
        var person = await Stage.Chromium.PersonAsync();
        var page = await person.NewPageAsync();
        await page.AddInitScriptAsync(Circuit.KeepSockets);
        var may = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await may.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Stage.At("start"));

        await page.GetByLabel("lab.yaml").CheckAsync();
        may.SetResult();

        await Button(page, "Start: first 50 % on Envoy").WaitForAsync();
        await Assertions.Expect(page.GetByLabel("lab.yaml")).ToBeCheckedAsync();
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
