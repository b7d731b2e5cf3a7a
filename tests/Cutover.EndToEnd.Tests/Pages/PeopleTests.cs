using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

[Collection(Stage.Name)]
public sealed class PeopleTests(Stage stage) : StageTest(stage)
{
    [Fact]
    public async Task A_confirmation_outlives_a_restart_of_the_host_with_what_was_typed()
    {
        await using var site = await PeopleSite.StartAsync();
        var person = await Stage.Chromium.PersonAsync();
        var page = await site.SetUpAsync(person);
        await page.GotoAsync(site.At("start"));
        await page.GetByLabel("lab.yaml").CheckAsync();
        await page.Locator(".start-button").ClickAsync();
        await page.WaitForURLAsync("**/runs/1");
        await Circuit.UpAsync(page);
        await Button(page, "Roll back to HAProxy").ClickAsync();
        await page.FocusIsInDialogAsync();
        await Reason(page).FocusAsync();
        await page.Keyboard.TypeAsync("the new stack");

        await site.KillHostAsync();
        await Assertions.Expect(page.Locator("#connection-lost")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(" smells");
        // Confirmed while nobody hears it: it must not look as if it were done.
        await Confirm(page).ClickAsync();
        await Assertions.Expect(page.Locator(".dialog-unheard")).ToContainTextAsync("Nothing was asked");
        await site.StartHostAsync();

        await Assertions.Expect(page.Locator("#connection-lost")).ToBeHiddenAsync();
        await Assertions.Expect(Reason(page)).ToHaveValueAsync("the new stack smells");
        await Confirm(page).ClickAsync();
        await Assertions.Expect(page.Locator(".act-result")).ToContainTextAsync("Roll back to HAProxy: accepted");
        await Assertions.Expect(page.Locator(".log li", new PageLocatorOptions { HasText = "RollBack asked by ada" }))
            .ToContainTextAsync("the new stack smells");
        // Decided: it is not asked a third time.
        await page.ReloadAsync();
        await Circuit.UpAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task People_come_in_by_a_link_and_by_a_password_and_all_their_sessions_end_at_once()
    {
        await using var site = await PeopleSite.StartAsync();
        var (desk, phone) = (await Stage.Chromium.PersonAsync(), await Stage.Chromium.PersonAsync(width: 390, height: 844));
        var own = await site.SetUpAsync(desk);

        var other = await site.SignInAsync(phone, password: "not this one, surely");
        await Assertions.Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not fit");
        await other.CloseAsync();
        other = await site.SignInAsync(phone);
        await other.WaitForURLAsync(site.At(string.Empty));
        await Circuit.UpAsync(other);
        await own.GotoAsync(site.At("account"));
        await Button(own, "Sign out everywhere").ClickAsync();
        await own.WaitForURLAsync(site.At("sign-in"));
        // The open page of the other browser goes by itself.
        await other.WaitForURLAsync("**/sign-in*");

        await other.CloseAsync();
        other = await site.SignInAsync(phone);
        await other.WaitForURLAsync(site.At(string.Empty));
        await Button(other, "Sign out").ClickAsync();
        await other.WaitForURLAsync(site.At("sign-in"));
        await other.GotoAsync(site.At("history"));
        await other.WaitForURLAsync("**/sign-in*");
    }

    private static ILocator Confirm(IPage page) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Roll back to HAProxy", Exact = true });

    private static ILocator Reason(IPage page) => page.GetByRole(AriaRole.Dialog).GetByLabel("Reason");

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
