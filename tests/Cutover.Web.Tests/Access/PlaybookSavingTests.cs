using System.Net;
using Cutover.Engine.Api;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access;

/// <summary>Kim is an operator of "quick", and ops of everything.</summary>
public sealed class PlaybookSavingTests : IAsyncLifetime
{
    private RunningHost host = null!;
    private string kim = null!;
    private string ops = null!;

    private string Quick => host.Playbook();

    private string Slower => Quick.Replace("weight: 50 %", "weight: 10 %", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.WithLabAsync("--Cutover:SignIn=true");
        kim = await host.TokenAsync("kim", await host.AddAsync("kim", "Operator:quick"));
        ops = await host.TokenAsync("ops", await host.AddAsync("ops", "Operator"));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Who_may_act_on_one_playbook_saves_it_and_makes_it_reach_no_further()
    {
        Assert.Contains("must save the first", await RefusedAsync(Quick, null), StringComparison.Ordinal);
        await KeptAsync(Quick, null, ops);
        await KeptAsync(Slower, 1, kim);

        var further = Slower.Replace("wss-primary.lab.example", "www.lab.example", StringComparison.Ordinal);
        Assert.Contains("record www.lab.example A", await RefusedAsync(further, 2), StringComparison.Ordinal);
        await RefusedAsync(Slower.Replace("name: quick", "name: other", StringComparison.Ordinal), null);
        var archive = await host.PostAsync(ApiRoutes.PlaybookArchive("other"), new ArchivePlaybookRequest(1), token: kim);
        await archive.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_save_is_on_record_with_the_versions_before_and_after()
    {
        await KeptAsync(Quick, null, ops);
        var kept = await KeptAsync(Slower, 1, kim);

        var rows = await host.DatabaseAsync(database => database.Audit.Where(row => row.Act == "playbook.save").OrderBy(row => row.Sequence).ToListAsync());

        Assert.Equal([("ops", "quick", "try"), ("kim", "quick", "try")], rows.Select(row => (row.Who, row.Playbook!, row.Why!)));
        Assert.Contains("\"version\":1", rows[1].Before, StringComparison.Ordinal);
        Assert.Contains(kept.Sha256, rows[1].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_they_saved_they_may_start_to_the_letter_and_no_earlier_version()
    {
        await KeptAsync(Quick, null, ops);
        await KeptAsync(Slower, 1, kim);

        await (await host.PostAsync(ApiRoutes.Runs, new StartRequest(Quick, null), token: kim)).ProblemAsync(HttpStatusCode.Forbidden);
        var started = await (await host.PostAsync(ApiRoutes.Runs, new StartRequest(Slower, null), token: kim)).ReadAsync<StartedView>();

        Assert.Equal(2, await host.DatabaseAsync(database => VersionAsync(database, started.RunId)));
    }

    private static Task<int?> VersionAsync(CutoverContext database, long run) =>
        database.Runs.Where(row => row.Id == run).Select(row => row.PlaybookVersion).SingleAsync();

    private async Task<PlaybookVersionView> KeptAsync(string text, int? made, string token) =>
        await (await SaveAsync(text, made, token)).ReadAsync<PlaybookVersionView>();

    private async Task<string> RefusedAsync(string text, int? made) =>
        (await (await SaveAsync(text, made, kim)).ProblemAsync(HttpStatusCode.Forbidden)).Detail!;

    private Task<HttpResponseMessage> SaveAsync(string text, int? made, string token) =>
        host.PostAsync(ApiRoutes.Playbooks, new SavePlaybookRequest(text, made, "try"), token: token);
}
