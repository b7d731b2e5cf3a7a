using Cutover.Engine.Auditing;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Storage;
using Cutover.Engine.Tests.Plans;
using Cutover.Engine.Tests.Storage;
using Cutover.Engine.Views;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Playbooks;

public sealed class LibraryTests : IAsyncLifetime
{
    private static readonly string Name = SamplePlan.Make().Playbook.Name;

    private StorageBench bench = null!;
    private PlaybookLibrary library = null!;
    private PlaybookCatalog catalog = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await StorageBench.CreateAsync();
        library = new PlaybookLibrary(bench, new FakeTimeProvider(StorageBench.Now));
        catalog = new PlaybookCatalog(bench);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Every_text_that_was_saved_is_kept_with_who_when_and_why()
    {
        await KeepAsync(Text(1), null, "first");
        await KeepAsync(Text(2), 1, "wider");

        var versions = await catalog.VersionsAsync(Name, Cancellation);

        Assert.Equal([(2, "wider"), (1, "first")], versions.Select(version => (version.Number, version.Note!)));
        Assert.All(versions, version => Assert.Equal(("ada", StorageBench.Now, PlaybookOrigin.Editor), (version.Who, version.At, version.Origin)));
        Assert.Equal(Text(1), (await catalog.FindAsync(Name, 1, Cancellation))!.Text);
        Assert.Equal(Text(2), (await catalog.FindAsync(Name, null, Cancellation))!.Text);
        Assert.Equal(["playbook.save", "playbook.save"], await ActsAsync());
    }

    [Fact]
    public async Task A_text_that_was_made_from_another_version_than_the_head_is_not_saved_and_the_difference_is_told()
    {
        await KeepAsync(Text(1), null);
        await KeepAsync(Text(2), 1);

        var moved = Assert.IsType<HeadMoved>(await SaveAsync(Text(3), 1));
        var taken = Assert.IsType<HeadMoved>(await SaveAsync(Text(3), null));

        Assert.Equal((2, 1, (int?)null), (moved.Head.Number, moved.Base, taken.Base));
        Assert.Equal(["# edition 2", "# edition 3"], moved.Diff.Where(line => line.Before is null || line.After is null).Select(line => line.Text));
        Assert.Equal(2, (await catalog.VersionsAsync(Name, Cancellation)).Length);
    }

    [Fact]
    public async Task The_head_saved_again_is_no_new_version_whatever_it_was_made_from()
    {
        await KeepAsync(Text(1), null);

        Assert.False(Assert.IsType<VersionKept>(await SaveAsync(Text(1), 7)).IsNew);
        Assert.Equal(1, (await KeepAsync(Text(2), 1)).Number - 1);
    }

    [Fact]
    public async Task A_text_that_is_no_playbook_is_kept_nowhere() =>
        Assert.NotEmpty(Assert.IsType<TextRefused>(await SaveAsync("version: 1\nname: broken", null)).Problems);

    [Fact]
    public async Task Two_who_save_at_once_cannot_both_have_it()
    {
        await KeepAsync(Text(0), null);

        var saved = await Task.WhenAll(Enumerable.Range(1, 6).Select(edition => Task.Run(() => SaveAsync(Text(edition), 1), Cancellation)));

        Assert.Single(saved.OfType<VersionKept>());
        Assert.Equal(5, saved.OfType<HeadMoved>().Count());
    }

    [Fact]
    public async Task A_file_that_is_new_or_changed_becomes_the_head_and_one_with_an_earlier_text_does_not()
    {
        await FolderAsync(Text(1));
        await FolderAsync(Text(1));
        await KeepAsync(Text(2), 1);
        await FolderAsync(Text(1));
        Assert.Equal(2, await HeadAsync());

        await FolderAsync(Text(3), "no playbook at all");

        var head = (await catalog.FindAsync(Name, null, Cancellation))!;
        Assert.Equal((3, Text(3), PlaybookOrigin.Folder, "a.yaml"), (head.Version.Number, head.Text, head.Version.Origin, head.Version.File));
    }

    [Fact]
    public async Task What_is_archived_is_not_listed_and_not_lost_and_comes_back_when_it_is_saved()
    {
        await KeepAsync(Text(1), null);
        Assert.IsType<HeadMoved>(await library.ArchiveAsync(Name, 4, null, new Origin("ada"), null, Cancellation));
        await library.ArchiveAsync(Name, 1, "not needed", new Origin("ada"), null, Cancellation);
        await FolderAsync(Text(1));

        Assert.Empty(await catalog.ListAsync(archived: false, Cancellation));
        Assert.True(Assert.Single(await catalog.ListAsync(archived: true, Cancellation)).IsArchived);
        Assert.Equal(Text(1), (await catalog.FindAsync(Name, 1, Cancellation))!.Text);

        Assert.Equal(3, (await KeepAsync(Text(1), 2)).Number);
        Assert.Equal(3, Assert.Single(await catalog.ListAsync(archived: false, Cancellation)).Head.Number);
    }

    [Fact]
    public async Task A_run_refers_to_the_version_of_its_text_and_a_text_that_nobody_kept_is_kept_with_the_run()
    {
        await bench.StartRunAsync();
        var kept = Assert.Single(await catalog.VersionsAsync(Name, Cancellation));
        Assert.Equal((1, PlaybookOrigin.Start, "it is time", "alice"), (kept.Number, kept.Origin, kept.Note!, kept.Who));
        await KeepAsync(Text(2), 1);
        await using var context = bench.CreateDbContext();
        await context.Claims.ExecuteDeleteAsync(Cancellation);

        await bench.StartRunAsync();

        Assert.Equal([1, 1], await context.Runs.Select(run => run.PlaybookVersion!.Value).ToListAsync(Cancellation));
        Assert.Equal(2, await HeadAsync());
    }

    [Theory]
    [InlineData("UPDATE PlaybookVersions SET Text = ''")]
    [InlineData("DELETE FROM PlaybookVersions")]
    public async Task The_database_takes_no_change_of_what_was_kept(string sql)
    {
        await KeepAsync(Text(1), null);
        Assert.Contains(
            "only added", Assert.Throws<SqliteException>(() => BrokenDatabase.Execute(bench.File, sql)).Message, StringComparison.Ordinal);
    }

    private static string Text(int edition) => FormattableString.Invariant($"# edition {edition}\n{SamplePlan.Text}");

    private Task<SaveOutcome> SaveAsync(string text, int? made, string? note = null) =>
        library.SaveAsync(text, made, note, PlaybookOrigin.Editor, new Origin("ada"), null, Cancellation);

    private async Task<PlaybookVersionView> KeepAsync(string text, int? made, string? note = null)
    {
        var kept = Assert.IsType<VersionKept>(await SaveAsync(text, made, note));
        Assert.True(kept.IsNew);
        return kept.Version;
    }

    private Task FolderAsync(params string[] texts) =>
        library.TakeFolderAsync(texts.Select((text, index) => ($"{(char)('a' + index)}.yaml", text)), Cancellation);

    private async Task<int> HeadAsync() => (await catalog.FindAsync(Name, null, Cancellation))!.Version.Number;

    private async Task<List<string>> ActsAsync()
    {
        await using var context = bench.CreateDbContext();
        return await context.Audit.OrderBy(row => row.Sequence).Select(row => row.Act).ToListAsync(Cancellation);
    }
}
