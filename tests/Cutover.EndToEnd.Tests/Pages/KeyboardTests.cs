using Cutover.Core.Runs;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

[Collection(Stage.Name)]
public sealed class KeyboardTests(Stage stage) : StageTest(stage)
{
    [Fact]
    public async Task A_run_is_started_paused_skipped_approved_and_rolled_back_by_keys_alone()
    {
        var person = await Stage.Chromium.PersonAsync();
        var page = await Stage.OpenAsync(person, Stage.At("start"));
        // A page that is come to begins at its heading.
        await page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");
        Assert.Equal("lab.yaml", (await page.TabToAsync("lab.yaml"))[0]);
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".start-button").WaitForAsync();
        await page.TabToAsync("Reason");
        await page.Keyboard.TypeAsync("by keys");
        await page.TabToAsync("Start: first");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/runs/*");
        var run = Stage.RunOn(page);
        await Stage.Lab.UntilAsync(run, view => view.Summary.Phase == RunPhase.Baking);

        await ActAsync(page, "Pause", "Space");
        await Stage.Lab.UntilAsync(run, view => view.Summary.Hold is not null);
        await ActAsync(page, "Resume", "Enter");
        await Stage.Lab.UntilAsync(run, view => view.Summary.Hold is null);
        await SkipAsync(page);
        await Stage.Lab.UntilAsync(run, view => view.Summary.Phase == RunPhase.AwaitingApproval);
        await ActAsync(page, "Approve", "Enter");
        await Stage.Lab.UntilAsync(run, view => view.Summary.Phase != RunPhase.AwaitingApproval);
        await ThinkBetterOfItAsync(page);
        await ActAsync(page, "Roll back to HAProxy", "Enter");
        await Stage.Lab.UntilAsync(run, view => view.Summary.Phase == RunPhase.RolledBack);

        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('[tabindex]')].filter(at => at.tabIndex > 0).length"));
    }

    private static async Task ActAsync(IPage page, string act, string key)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = act }).First.WaitForAsync();
        await page.TabToAsync(act);
        await page.Keyboard.PressAsync(key);
        await page.FocusIsInDialogAsync();
        var way = await page.TabToAsync(act);
        Assert.True(way.Count <= 4, $"The confirmation is left on the way: {string.Join(" > ", way)}");
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.WaitForFunctionAsync("() => document.activeElement !== document.body");
    }

    // It stands in the menu, which opens on its first act, and wants a reason.
    private static async Task SkipAsync(IPage page)
    {
        await page.TabToAsync("More acts");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusIsOnAsync("Skip bake");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusIsInDialogAsync();
        await page.TabToAsync("Reason");
        await page.Keyboard.TypeAsync("seen enough");
        await page.TabToAsync("Skip bake");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    // Escape asks for nothing, and the button that was left has the focus again.
    private static async Task ThinkBetterOfItAsync(IPage page)
    {
        await page.TabToAsync("Roll back to HAProxy");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusIsInDialogAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.FocusIsOnAsync("Roll back to HAProxy");
        await page.Keyboard.PressAsync("Shift+Tab");
    }
}
