using System.Diagnostics;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

[Collection(Stage.Name)]
public sealed class TogetherTests(Stage stage, ITestOutputHelper output) : StageTest(stage)
{
    [Fact]
    public async Task Two_people_on_one_run_see_what_the_other_does()
    {
        var run = await Stage.BakingAsync();
        var (one, other) = (await Stage.Chromium.PersonAsync(), await Stage.Chromium.PersonAsync(width: 390, height: 844));
        var (here, there) = (await Stage.OpenAsync(one, Stage.At($"runs/{run}")), await Stage.OpenAsync(other, Stage.At($"runs/{run}")));

        await ActAsync(here, "Pause", there, "Resume");
        await ActAsync(there, "Resume", here, "Pause");
    }

    // A busy machine takes longer than the second that a healthy one needs: the figure is told, and only what never comes fails.
    private async Task ActAsync(IPage actor, string act, IPage watcher, string shown)
    {
        await Button(actor, act).ClickAsync();
        var confirm = actor.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = act, Exact = true });
        await confirm.WaitForAsync();
        var asked = Stopwatch.StartNew();
        await confirm.ClickAsync();
        await Button(watcher, shown).WaitForAsync();
        output.WriteLine(FormattableString.Invariant($"{act} was seen by the other after {asked.ElapsedMilliseconds} ms"));
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
