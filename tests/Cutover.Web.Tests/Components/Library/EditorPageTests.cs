using Bunit;
using Cutover.Engine.Auditing;
using Cutover.Engine.Playbooks;
using Cutover.Web.Components.Library;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Web.Tests.Components.Library;

public sealed class EditorPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string Slower = SampleRuns.Text.Replace("bake: 10s", "bake: 15s", StringComparison.Ordinal);

    private DashboardBench bench = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void Problems_show_at_their_lines_as_they_are_typed_and_go_when_they_are_mended()
    {
        var page = Edit();
        Assert.Equal("Nothing is wrong.", page.Find("#problem-count").TextContent);

        Do(page, () => page.Find("textarea").Input(SampleRuns.Text.Replace("bake: 10s", "bake: 10", StringComparison.Ordinal)));

        bench.PassTimeUntil(page, () => Assert.Equal("One thing is wrong.", page.Find("#problem-count").TextContent));
        Assert.Equal("11", page.Find(".gutter .wrong").TextContent);
        Assert.Equal("true", page.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Equal("problem-count", page.Find("textarea").GetAttribute("aria-describedby"));
        Assert.True(page.Find(".save-button").HasAttribute("disabled"));
        var place = page.Find(".editor-problems button");
        Assert.StartsWith("Line 11, column", place.TextContent, StringComparison.Ordinal);
        Do(page, () => page.Find(".editor-problems button").Click());
        Assert.Equal(["editor", 11], bench.Context.JSInterop.Invocations["cutoverDrafts.goTo"].Single().Arguments.Take(2));

        Do(page, () => page.Find("textarea").Input(Slower));
        bench.PassTimeUntil(page, () => Assert.Equal("Nothing is wrong.", page.Find("#problem-count").TextContent));
        Assert.Empty(page.FindAll(".gutter .wrong"));
    }

    [Fact]
    public async Task A_save_keeps_the_version_with_its_note_forgets_the_draft_and_shows_the_playbook()
    {
        var page = Edit();

        Do(page, () => page.Find("textarea").Input(Slower));
        Do(page, () => page.Find("#note").Input("slower, after Tuesday"));
        Do(page, () => page.Find(".save-button").Click());

        page.WaitForAssertion(() => Assert.EndsWith("/playbooks/wss-primary", Navigation.Uri, StringComparison.Ordinal), Patience);
        var head = (await HeadAsync())!.Version;
        Assert.Equal((2, "slower, after Tuesday", "ada", PlaybookOrigin.Editor), (head.Number, head.Note, head.Who, head.Origin));
        Assert.Equal("playbook:wss-primary", bench.Context.JSInterop.Invocations["cutoverDrafts.drop"].Single().Arguments[0]);
    }

    [Fact]
    public async Task When_somebody_else_saved_meanwhile_both_texts_stay_and_what_differs_is_shown()
    {
        var page = Edit();
        var theirs = SampleRuns.Text.Replace("bake: 20s }", "bake: 25s }", StringComparison.Ordinal);
        await bench.Service<PlaybookLibrary>().SaveAsync(theirs, 1, null, PlaybookOrigin.Editor, new Origin("kim"), null, Cancellation);

        Do(page, () => page.Find("textarea").Input(Slower));
        Do(page, () => page.Find(".save-button").Click());

        page.WaitForAssertion(
            () => Assert.Contains("is at version 2, by kim", page.Find(".conflict").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(Slower, page.Find("textarea").GetAttribute("value"));
        Assert.Contains(page.FindAll(".diff .added"), row => row.TextContent.Contains("bake: 15s", StringComparison.Ordinal));
        Assert.Equal(2, (await HeadAsync())!.Version.Number);

        Do(page, () => page.Find(".mine").Click());
        Do(page, () => page.Find(".save-button").Click());
        page.WaitForAssertion(() => Assert.EndsWith("/playbooks/wss-primary", Navigation.Uri, StringComparison.Ordinal), Patience);
        Assert.Equal((3, Slower), ((await HeadAsync())!.Version.Number, (await HeadAsync())!.Text));
    }

    [Fact]
    public async Task Who_takes_the_other_text_has_their_own_offered_again()
    {
        var page = Edit();
        await bench.Service<PlaybookLibrary>().SaveAsync(
            SampleRuns.Text + "\n# kim was here", 1, null, PlaybookOrigin.Editor, new Origin("kim"), null, Cancellation);
        Do(page, () => page.Find("textarea").Input(Slower));
        Do(page, () => page.Find(".save-button").Click());
        page.WaitForElement(".theirs", Patience);

        Do(page, () => page.Find(".theirs").Click());

        page.WaitForAssertion(() => Assert.Contains("kim was here", page.Find("textarea").GetAttribute("value"), StringComparison.Ordinal), Patience);
        Do(page, () => page.Find(".draft .button").Click());
        Assert.Equal(Slower, page.Find("textarea").GetAttribute("value"));
        Assert.Contains("made from version 1", page.Find(".page-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_of_this_tab_is_offered_and_put_in_nowhere_by_itself()
    {
        bench.Context.JSInterop.Setup<Draft?>("cutoverDrafts.find", "playbook:wss-primary").SetResult(new Draft(Slower, 1, bench.Time.GetUtcNow()));

        var page = Edit();

        page.WaitForElement(".draft", Patience);
        Assert.Equal(SampleRuns.Text, page.Find("textarea").GetAttribute("value"));
        Do(page, () => page.Find(".draft .link").Click());
        Assert.Empty(page.FindAll(".draft"));
        Assert.Single(bench.Context.JSInterop.Invocations["cutoverDrafts.drop"]);
    }

    [Fact]
    public async Task A_file_is_taken_into_the_editor_to_be_looked_at_and_saved_as_an_import()
    {
        var page = bench.Render<EditorPage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(SampleRuns.Text, "brought.yaml"));
        page.WaitForAssertion(() => Assert.Equal(SampleRuns.Text, page.Find("textarea").GetAttribute("value")), Patience);
        Do(page, () => page.Find(".save-button").Click());

        page.WaitForAssertion(() => Assert.EndsWith("/playbooks/wss-primary", Navigation.Uri, StringComparison.Ordinal), Patience);
        Assert.Equal(PlaybookOrigin.Import, (await HeadAsync())!.Version.Origin);
    }

    [Fact]
    public void A_file_that_is_too_long_is_refused_with_the_limit()
    {
        var page = bench.Render<EditorPage>();
        page.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromText(new string('#', PlaybookFolder.LongestPlaybook + 1), "long.yaml"));
        page.WaitForAssertion(() => Assert.Contains("a playbook has at most 1,048,576", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Who_may_not_save_is_told_why_and_keeps_what_was_typed()
    {
        await using var viewer = await DashboardBench.StartAsync("Viewer");
        viewer.Playbook("a.yaml", SampleRuns.Text);
        var page = Render("wss-primary", viewer);

        Do(page, () => page.Find("textarea").Input(Slower));
        Do(page, () => page.Find(".save-button").Click());

        page.WaitForAssertion(() => Assert.Contains("needs the role Operator", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(Slower, page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void There_is_no_editor_for_a_playbook_that_is_none() =>
        Assert.Contains("There is no playbook none", Render("none", bench).Markup, StringComparison.Ordinal);

    private NavigationManager Navigation => bench.Context.Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<EditorPage> Edit()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        return Render("wss-primary", bench);
    }

    // In one turn with the page's own renderings: what was found is still there when it is used.
    private static void Do(IRenderedComponent<EditorPage> page, Action act) => page.InvokeAsync(act).GetAwaiter().GetResult();

    private static IRenderedComponent<EditorPage> Render(string name, DashboardBench bench)
    {
        var page = bench.Render<EditorPage>(parameters => parameters.Add(p => p.Name, name));
        page.WaitForElement("textarea, .empty", Patience);
        return page;
    }

    private Task<Engine.Views.PlaybookTextView?> HeadAsync() => bench.Service<PlaybookCatalog>().FindAsync("wss-primary", null, Cancellation);
}
