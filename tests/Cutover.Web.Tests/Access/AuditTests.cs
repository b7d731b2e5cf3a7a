using System.Collections.Immutable;
using System.Net;
using Cutover.Core.Auditing;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Web.Tests.Hosts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access;

public sealed class AuditTests
{
    [Fact]
    public async Task Everything_that_people_do_is_on_record_with_who_where_and_why_and_no_secret()
    {
        await using var host = await RunningHost.WithLabAsync("--Cutover:SignIn=true");
        using var root = await host.SetUpAsync();
        await root.PostFromAsync("/account", "/account/tokens", ("name", "ci"), ("role", "Operator"), ("days", "1"));
        await root.PostAsync("/accounts", ("name", "kim"), ("role", "Viewer"), ("playbook", ""));
        var token = await host.TokenAsync("root", 1);
        var run = await host.StartAsync(token: token);
        await host.PostAsync(ApiRoutes.Acts(run), new ActRequest(OperatorAct.Resume, null, null), token: token);
        await host.PostAsync(ApiRoutes.Acts(run), new ActRequest(OperatorAct.RollBack, "it smells", null), token: token);
        await root.PostFromAsync("/account", FormattableString.Invariant($"/runs/{run}/acts/Pause"), ("reason", "by form"));
        await TurnAsync(host, token);
        using var wrong = host.Browser();
        await wrong.PostAsync("/sign-in", ("name", "root"), ("password", "a wrong password"));

        var audit = await ReadAsync(host, token);

        Assert.Equal(
            [
                "account.set-up", "token.create", "account.create", "token.create", "run.start", "run.resume.refused", "run.roll-back",
                "run.pause.refused", "lab.dials.envoy", "sign-in.failed",
            ],
            audit.Select(row => row.Act));
        Assert.Equal(
            ("root", "root's", "127.0.0.1", "quick", "to see it move"),
            (audit[4].Who, audit[4].Token, audit[4].From, audit[4].Playbook, audit[4].Why));
        Assert.Equal((run, "it smells"), (audit[6].Run, audit[6].Why));
        Assert.Contains("\"phase\":\"Preflight\"", audit[6].Before, StringComparison.Ordinal);
        Assert.StartsWith("127.1.", audit[7].From, StringComparison.Ordinal);
        Assert.Contains("\"refuseHandshakes\":5", audit[8].After, StringComparison.Ordinal);
        Assert.Null(audit[0].Token);
        var text = RunJson.Write(audit);
        Assert.All([People.Password, "a wrong password", token], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("it smells", await root.PageAsync("/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chain_holds_and_the_database_takes_no_change()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(index => host.AddAsync($"person-{index}", "Viewer")));

        var chain = AuditChain.Empty;
        foreach (var row in await ReadAsync(host, await host.TokenAsync("root", 1)))
        {
            Assert.Null(chain.Fault(row));
            chain = chain.With(row, null);
        }

        Assert.Equal(14, chain.Rows);
        foreach (var change in new[] { "UPDATE Audit SET Who = 'nobody'", "DELETE FROM Audit" })
        {
            var refused = await Assert.ThrowsAsync<SqliteException>(() => host.DatabaseAsync(database => database.Database.ExecuteSqlRawAsync(
                change, TestContext.Current.CancellationToken)));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    private static async Task TurnAsync(RunningHost host, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/lab/edges/envoy/dials")
        {
            Content = new StringContent("{\"refuseHandshakes\":5}", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(request)).StatusCode);
    }

    private static async Task<ImmutableArray<AuditEntry>> ReadAsync(RunningHost host, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ApiRoutes.Audit + "?take=1000");
        request.Headers.Authorization = new("Bearer", token);
        return await (await host.SendAsync(request)).ReadAsync<ImmutableArray<AuditEntry>>();
    }
}
