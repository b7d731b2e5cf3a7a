using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.MainJob;

[Collection(Stage.Name)]
public sealed class BrowserTests(Stage stage) : StageTest(stage)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_person_starts_pauses_resumes_and_rolls_back_a_run_on_one_page_that_is_never_loaded_again(int width, int height)
    {
        var person = await Stage.Chromium.PersonAsync(width: width, height: height);
        var page = await person.NewPageAsync();
        var number = await StartAsync(page);
        var loads = 0;
        page.Load += (_, _) => loads++;
        await Stage.Lab.UntilAsync(number, run => run.Summary.Phase == RunPhase.Baking);
        await Assertions.Expect(page.GetByText("Holding 50 % on Envoy", new PageGetByTextOptions { Exact = false }).First)
            .ToBeVisibleAsync();

        await ActAsync(page, "Pause", "50/50");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Resume", Exact = true })).ToBeVisibleAsync();
        await ActAsync(page, "Resume", null);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause", Exact = true })).ToBeVisibleAsync();
        await ActAsync(page, "Roll back to HAProxy", "100/0");
        await Assertions.Expect(page.GetByText("Rolled back to HAProxy", new PageGetByTextOptions { Exact = false }).First)
            .ToBeVisibleAsync();

        var over = await Stage.Lab.UntilAsync(number, run => !run.Summary.IsOpen);
        Assert.Equal(RunPhase.RolledBack, over.Summary.Phase);
        Assert.Equal(0, loads);
    }

    [Fact]
    public async Task A_button_leads_to_a_page_without_a_script_while_the_connection_is_dead()
    {
        var number = await Stage.BakingAsync();
        var person = await Stage.Chromium.PersonAsync(width: 390, height: 844);
        var page = await Stage.OpenAsync(person, Stage.At($"runs/{number}"));
        await Circuit.CutAsync(page);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/runs/{number}/acts/Pause");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("50/50");
        await page.GetByLabel("Reason").FillAsync("the dashboard is dead");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause", Exact = true }).ClickAsync();

        var held = await Stage.Lab.UntilAsync(number, run => run.Summary.Hold is not null);
        Assert.Contains("the dashboard is dead", held.Summary.Hold!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_logs_an_error_to_the_browser_console()
    {
        var person = await Stage.Chromium.PersonAsync();
        var page = await person.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => Note(message, errors);
        var number = await StartAsync(page);
        foreach (var path in (string[])["", "history", "start", "lab", $"runs/{number}"])
        {
            await page.GotoAsync(Stage.At(path), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        }

        Assert.Empty(errors);
    }

    private static void Note(IConsoleMessage message, List<string> errors)
    {
        if (message.Type == "error")
        {
            errors.Add(message.Text);
        }
    }

    private async Task<long> StartAsync(IPage page)
    {
        await page.GotoAsync(Stage.At("start"), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByText("lab.yaml").ClickAsync();
        await Assertions.Expect(page.Locator("#playbook-text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("wss-primary"));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check and plan" }).ClickAsync();
        await page
            .GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new System.Text.RegularExpressions.Regex("^Start") })
            .ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        return Stage.RunOn(page);
    }

    // One click and one confirmation, which names the weights.
    private static async Task ActAsync(IPage page, string label, string? weights)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = label, Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        if (weights is not null)
        {
            await Assertions.Expect(dialog).ToContainTextAsync(weights);
        }

        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = label, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }
}
