using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Auditing;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Cli.Tests;

/// <summary>The record of who did what, in a real database file that somebody has been at.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("cutover-audit").FullName, "cutover.db");

    [Fact]
    public async Task An_audit_that_nobody_touched_is_good_and_its_head_is_printed()
    {
        var rows = await WriteAsync();
        var ended = await RunAsync("verify", "--head", rows[1].Hash);

        Assert.Equal((0, $"5 rows, each as it was written. Head: {rows[^1].Hash}\n"), (ended.Code, ended.Output));
    }

    [Fact]
    public async Task One_byte_that_was_changed_in_the_file_is_found_and_its_row_named()
    {
        await WriteAsync();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var at = bytes.AsSpan().IndexOf("reason 3"u8);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var ended = await RunAsync("verify");

        Assert.Equal(16, ended.Code);
        Assert.Contains("the audit is broken at row 3", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM Audit WHERE Sequence = 2", 16, "broken at row 2")]
    [InlineData("DELETE FROM Audit WHERE Sequence > 3", 17, "the audit ends at row 3, and there was a row 5")]
    [InlineData("DELETE FROM Audit", 17, "the audit ends at row 0, and there was a row 5")]
    public async Task Rows_that_were_taken_away_are_missed(string forgery, int exitCode, string words)
    {
        await WriteAsync();
        await ForgeAsync(forgery);

        var ended = await RunAsync("verify");

        Assert.Equal(exitCode, ended.Code);
        Assert.Contains(words, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_head_that_is_kept_elsewhere_shows_what_a_forger_of_the_count_took_away()
    {
        var rows = await WriteAsync();
        await ForgeAsync("DELETE FROM Audit WHERE Sequence > 3; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'Audit'");

        Assert.Equal(0, (await RunAsync("verify")).Code);
        var ended = await RunAsync("verify", "--head", rows[^1].Hash);
        Assert.Equal(17, ended.Code);
        Assert.Contains("no row of the audit has the hash of --head", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_every_row_as_json_one_a_line()
    {
        var rows = await WriteAsync();

        var ended = await RunAsync("export");

        Assert.Equal(rows, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RunJson.Read<AuditEntry>));
    }

    [Fact]
    public async Task At_the_host_the_same_is_read_page_by_page_and_its_word_is_not_taken()
    {
        var rows = await WriteAsync();
        await using var good = await HostAsync(rows);
        await using var bad = await HostAsync([.. rows[..3], rows[3] with { Why = "forged" }, rows[4]]);

        Assert.Equal(0, (await CutoverProcess.RunAsync(good.Url, "audit", "verify")).Code);
        var ended = await CutoverProcess.RunAsync(bad.Url, "audit", "verify");
        Assert.Equal(16, ended.Code);
        Assert.Contains("row 4", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_none() => Assert.Equal(2, (await RunAsync("verify")).Code);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static Task<ScriptedHost> HostAsync(AuditEntry[] rows) => ScriptedHost.StartForeignAsync(context =>
    {
        var after = long.TryParse(context.Request.Query["after"], out var given) ? given : 0;
        return context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("/head", StringComparison.Ordinal)
            ? RunJson.Write(new AuditHeadView(rows[^1].Sequence, rows[^1].Hash))
            : RunJson.Write(rows.Where(row => row.Sequence > after).Take(2)));
    });

    private Task<Ended> RunAsync(params string[] arguments) => CutoverProcess.RunAsync(null, ["audit", .. arguments, "--database", file]);

    private CutoverContext Open() => new(new DbContextOptionsBuilder<CutoverContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

    private async Task<AuditEntry[]> WriteAsync()
    {
        await using var context = Open();
        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        for (var row = 1; row <= 5; row++)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var note = new AuditNote(new Origin("ada", "ada", null, "192.0.2.7"), "run.pause") { Run = row, Why = $"reason {row}" };
            await context.AuditAsync(note, DateTimeOffset.UnixEpoch.AddDays(row), TestContext.Current.CancellationToken);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        return [.. (await context.Audit.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Entry())];
    }

    private async Task ForgeAsync(string statement)
    {
        await using var context = Open();
        await context.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);
    }
}
