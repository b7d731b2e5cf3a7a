using System.Net;
using System.Text;
using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Api;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class PlaybookTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task What_is_saved_can_be_read_compared_exported_and_listed()
    {
        var first = await KeepAsync("saved", 1, null);
        var second = await KeepAsync("saved", 2, 1, "wider");

        Assert.Equal((1, 2, "wider", "lab operator", PlaybookOrigin.Api), (first.Number, second.Number, second.Note, second.Who, second.Origin));
        var head = await (await Host.GetAsync(ApiRoutes.PlaybookOf("saved"))).ReadAsync<PlaybookTextView>();
        Assert.Equal((2, Text("saved", 2)), (head.Version.Number, head.Text));
        var older = await (await Host.GetAsync(ApiRoutes.PlaybookOf("saved") + "?version=1")).ReadAsync<PlaybookTextView>();
        Assert.Equal(Text("saved", 1), older.Text);
        var versions = await (await Host.GetAsync(ApiRoutes.PlaybookVersions("saved"))).ReadAsync<PlaybookVersionView[]>();
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        var diff = await (await Host.GetAsync(ApiRoutes.PlaybookDiff("saved") + "?from=1&to=2")).ReadAsync<PlaybookDiffView>();
        Assert.Equal(["# edition 1", "# edition 2"], diff.Lines.Where(line => line.Change != LineChange.Same).Select(line => line.Text));
        var line = Assert.Single(await ListAsync(), line => line.Name == "saved");
        Assert.Equal(("HAProxy", "Envoy", "wss-primary.lab.example", 2), (line.SourceName, line.TargetName, line.Names.Single(), line.Head.Number));

        var file = await Host.GetAsync(ApiRoutes.PlaybookFile("saved") + "?version=1");
        Assert.Equal(
            ("text/yaml", "saved.v1.yaml", $"\"{first.Sha256}\""),
            (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName, file.Headers.ETag?.Tag));
        Assert.Equal(Text("saved", 1), await file.TextAsync());
    }

    [Fact]
    public async Task Who_saves_over_what_another_saved_since_gets_the_difference_and_overwrites_nothing()
    {
        await KeepAsync("twice", 1, null);
        await KeepAsync("twice", 2, 1);

        var late = await (await SaveAsync("twice", 3, 1)).ProblemAsync(HttpStatusCode.Conflict);
        var fresh = await (await SaveAsync("twice", 3, null)).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(2, late.Head);
        Assert.Contains("made from version 1", late.Detail, StringComparison.Ordinal);
        Assert.Contains("already", fresh.Detail, StringComparison.Ordinal);
        Assert.Equal(["# edition 2", "# edition 3"], late.Diff!.Value.Where(line => line.Change != LineChange.Same).Select(line => line.Text));
        Assert.Equal(3, (await KeepAsync("twice", 3, 2)).Number);
        // Sent again, whatever it was made from: the head is this text already.
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync("twice", 3, 2)).StatusCode);
        await (await SaveAsync("never", 1, 4)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_save_with_a_key_is_done_once_and_answered_as_it_was()
    {
        var (body, key) = (new SavePlaybookRequest(Text("keyed", 1), null, "once"), Guid.NewGuid().ToString());

        var first = await (await KeyedAsync(ApiRoutes.Playbooks, body, key)).ReadAsync<PlaybookVersionView>();
        await KeepAsync("keyed", 2, 1);
        var again = await KeyedAsync(ApiRoutes.Playbooks, body, key);

        Assert.True(again.Headers.Contains(ApiRoutes.RepeatedHeader));
        Assert.Equal((HttpStatusCode.Created, first), (again.StatusCode, await again.ReadAsync<PlaybookVersionView>()));
        await (await KeyedAsync(ApiRoutes.Playbooks, body with { Note = "twice" }, key)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_text_is_checked_without_being_kept_and_one_that_is_wrong_is_not_saved()
    {
        var broken = Text("broken", 1).Replace("bake: 1s", "bake: 1", StringComparison.Ordinal);

        var check = await (await Host.PostAsync(ApiRoutes.PlaybookCheck, new PlanRequest(broken))).ReadAsync<PlaybookCheckView>();
        var refused = await (await Host.PostAsync(
            ApiRoutes.Playbooks, new SavePlaybookRequest(broken))).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(check.Problems, refused.Problems!.Value);
        Assert.All(check.Problems, problem => Assert.True(problem.Line > 1 && problem.Column > 1 && problem.Mend.Length > 0));
        Assert.Null(check.Name);
        var good = await (await Host.PostAsync(ApiRoutes.PlaybookCheck, new PlanRequest(Text("good", 1)))).ReadAsync<PlaybookCheckView>();
        Assert.Equal("good", good.Name);
        await (await Host.GetAsync(ApiRoutes.PlaybookOf("good"))).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_is_imported_as_it_is_and_one_that_is_too_long_is_refused_with_the_limit()
    {
        var kept = await (await ImportAsync(Text("brought", 1), "?note=from%20the%20wiki")).ReadAsync<PlaybookVersionView>();

        Assert.Equal((1, PlaybookOrigin.Import, "from the wiki"), (kept.Number, kept.Origin, kept.Note));
        Assert.Equal(2, (await (await ImportAsync(Text("brought", 2), "?base=1")).ReadAsync<PlaybookVersionView>()).Number);
        await (await ImportAsync(Text("brought", 3), "?base=1")).ProblemAsync(HttpStatusCode.Conflict);
        var long_ = await (await ImportAsync(new string('#', 1024 * 1024 + 1), "")).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("1 MiB", long_.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_archived_leaves_the_list_and_loses_nothing()
    {
        await KeepAsync("old", 1, null);
        await (await Host.PostAsync(ApiRoutes.PlaybookArchive("old"), new ArchivePlaybookRequest(7))).ProblemAsync(HttpStatusCode.Conflict);

        var archived = await (await Host.PostAsync(
            ApiRoutes.PlaybookArchive("old"), new ArchivePlaybookRequest(1, "done with"))).ReadAsync<PlaybookVersionView>();

        Assert.Equal((2, PlaybookOrigin.Archive, "done with"), (archived.Number, archived.Origin, archived.Note));
        Assert.DoesNotContain(await ListAsync(), line => line.Name == "old");
        Assert.Contains(await ListAsync("?archived=true"), line => line is { Name: "old", IsArchived: true });
        Assert.Equal(Text("old", 1), await (await Host.GetAsync(ApiRoutes.PlaybookFile("old") + "?version=1")).TextAsync());
        await (await Host.PostAsync(ApiRoutes.PlaybookArchive("none"), new ArchivePlaybookRequest(1))).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_in_the_folder_is_a_version_of_its_playbook_and_an_old_one_takes_nothing_back()
    {
        var file = Path.Combine(Host.Playbooks.FullName, "lying.yaml");
        await File.WriteAllTextAsync(file, Text("lying", 1), TestContext.Current.CancellationToken);
        Assert.Equal(PlaybookOrigin.Folder, (await HeadAsync("lying")).Origin);
        await KeepAsync("lying", 2, 1);
        Assert.Equal(2, (await HeadAsync("lying")).Number);

        await File.WriteAllTextAsync(file, Text("lying", 3), TestContext.Current.CancellationToken);

        Assert.Equal((3, "lying.yaml"), ((await HeadAsync("lying")).Number, (await HeadAsync("lying")).File));
        // Made from what was the head before the file changed.
        await (await SaveAsync("lying", 4, 2)).ProblemAsync(HttpStatusCode.Conflict);
        File.Delete(file);
    }

    [Fact]
    public async Task A_name_with_a_slash_or_a_space_has_its_page_as_well()
    {
        await KeepAsync("eu/west 1", 1, null);
        Assert.Equal("eu/west 1", (await (await Host.GetAsync(ApiRoutes.PlaybookOf("eu/west 1"))).ReadAsync<PlaybookTextView>()).Version.Playbook);
    }

    private string Text(string name, int edition) => FormattableString.Invariant(
        $"# edition {edition}\n{Host.Playbook().Replace("name: quick", $"name: {name}", StringComparison.Ordinal)}");

    private Task<HttpResponseMessage> SaveAsync(string name, int edition, int? made, string? note = null) =>
        Host.PostAsync(ApiRoutes.Playbooks, new SavePlaybookRequest(Text(name, edition), made, note));

    private async Task<PlaybookVersionView> KeepAsync(string name, int edition, int? made, string? note = null)
    {
        var kept = await SaveAsync(name, edition, made, note);
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        return await kept.ReadAsync<PlaybookVersionView>();
    }

    private async Task<PlaybookVersionView> HeadAsync(string name) =>
        (await (await Host.GetAsync(ApiRoutes.PlaybookOf(name))).ReadAsync<PlaybookTextView>()).Version;

    private async Task<PlaybookLineView[]> ListAsync(string query = "") =>
        await (await Host.GetAsync(ApiRoutes.Playbooks + query)).ReadAsync<PlaybookLineView[]>();

    private Task<HttpResponseMessage> ImportAsync(string text, string query) =>
        Host.PostTextAsync(ApiRoutes.PlaybookImport + query, text, "text/yaml");

    private Task<HttpResponseMessage> KeyedAsync<T>(string path, T body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(Core.Runs.RunJson.Write(body), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(ApiRoutes.KeyHeader, $"\"{key}\"");
        return Host.SendAsync(request);
    }
}
