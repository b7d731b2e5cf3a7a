using System.Net;
using System.Net.Http.Json;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Requests;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Api;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Api;

public sealed class IdempotencyTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task The_same_request_with_the_same_key_is_done_once_and_answered_as_it_was()
    {
        var (start, key) = (new StartRequest(Host.Playbook(), "once"), Key());
        var first = await PostAsync(ApiRoutes.Runs, start, key);
        var second = await PostAsync(ApiRoutes.Runs, start, key);
        var id = (await first.ReadAsync<StartedView>()).RunId;

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal((id, first.Headers.Location), ((await second.ReadAsync<StartedView>()).RunId, second.Headers.Location));
        Assert.True(second.Headers.Contains(ApiRoutes.RepeatedHeader) && !first.Headers.Contains(ApiRoutes.RepeatedHeader));

        var (pause, act) = (new ActRequest(OperatorAct.Pause, "lunch"), Key());
        var done = await PostAsync(ApiRoutes.Acts(id), pause, act);
        Assert.Equal(await done.TextAsync(), await (await PostAsync(ApiRoutes.Acts(id), pause, act)).TextAsync());
        // Another key is another request, which the machine refuses; that answer is kept as well.
        var other = Key();
        var refused = await (await PostAsync(ApiRoutes.Acts(id), pause, other)).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(refused, await (await PostAsync(ApiRoutes.Acts(id), pause, other)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(2, await CountAsync(Host, id, "Pause asked"));

        await RollBackAsync(id);
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        var key = Key();
        await (await PostAsync(ApiRoutes.Acts(987), new ActRequest(OperatorAct.Pause, "a"), key)).ProblemAsync(HttpStatusCode.NotFound);

        var other = await (await PostAsync(
            ApiRoutes.Acts(987), new ActRequest(OperatorAct.Pause, "b"), key)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var same = await PostAsync(ApiRoutes.Acts(987), new ActRequest(OperatorAct.Pause, "a"), key);

        Assert.Contains(key, other.Detail, StringComparison.Ordinal);
        Assert.Equal("There is no run 987.", (await same.ProblemAsync(HttpStatusCode.NotFound)).Detail);
        Assert.True(same.Headers.Contains(ApiRoutes.RepeatedHeader));
    }

    [Fact]
    public async Task A_key_that_is_under_way_is_told_so_with_the_time_to_wait()
    {
        var key = Key();
        using var turn = Host.App.Services.GetRequiredService<NamedRequests>().Enter("lab operator", key);

        var early = await PostAsync(ApiRoutes.Acts(987), new ActRequest(OperatorAct.Pause, null), key);

        Assert.Equal("Under way", (await early.ProblemAsync(HttpStatusCode.Conflict)).Title);
        Assert.Equal(TimeSpan.FromSeconds(1), early.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Of_many_posts_at_once_with_one_key_one_is_done()
    {
        var id = await Host.StartAsync();
        var (pause, key) = (new ActRequest(OperatorAct.Pause, "all at once"), Key());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(ApiRoutes.Acts(id), pause, key)));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.Headers.RetryAfter is not null));
        Assert.Equal(1, await CountAsync(Host, id, "Pause asked"));
        await RollBackAsync(id);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("two words")]
    public async Task A_key_that_is_none_is_refused(string key) => Assert.Contains(ApiRoutes.KeyHeader, (await (await PostAsync(
        ApiRoutes.Acts(987), new ActRequest(OperatorAct.Pause, null), key, quoted: false)).ProblemAsync(HttpStatusCode.BadRequest)).Detail, StringComparison.Ordinal);

    [Fact]
    public async Task What_was_decided_before_a_crash_is_answered_after_it_and_not_done_again()
    {
        var first = await RunningHost.WithTokenAsync(TokenHost.Token);
        var (runs, start) = (new StoredRuns(first), new StartRequest("a playbook", "why"));
        // The decision and its key are one transaction; the host ends before it has answered.
        var id = await runs.StartAsync(Request(ApiRoutes.Runs, start, "start"));
        var pause = new ActRequest(OperatorAct.Pause, "a smell");
        await runs.TakeAsync(id, Occurrence.Of(new OperatorAskedEvent(OperatorAct.Pause, "operator", "a smell")) with
        {
            Request = Request(ApiRoutes.Acts(id), pause, "pause"),
        });
        await first.StopAsync();
        await using var second = await RunningHost.WithTokenAsync(TokenHost.Token, first);

        var started = await PostAsync(ApiRoutes.Runs, start, "start", host: second);
        var paused = await PostAsync(ApiRoutes.Acts(id), pause, "pause", host: second);

        Assert.Equal(id, (await started.ReadAsync<StartedView>()).RunId);
        Assert.Contains("Paused by operator: a smell", (await paused.ReadAsync<ActDoneView>()).Reason, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(second, id, "Pause asked"));
        await using var context = await ContextAsync(second);
        Assert.Equal(1, await context.Runs.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Keys_are_forgotten_after_a_day()
    {
        var (key, requests) = (Key(), Host.App.Services.GetRequiredService<NamedRequests>());
        await PostAsync(ApiRoutes.Acts(987), new ActRequest(OperatorAct.Pause, "a"), key);

        await requests.ForgetAsync(DateTimeOffset.UtcNow.AddHours(-24), TestContext.Current.CancellationToken);
        Assert.NotNull(await requests.FindAsync("lab operator", key, TestContext.Current.CancellationToken));
        await requests.ForgetAsync(DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        Assert.Null(await requests.FindAsync("lab operator", key, TestContext.Current.CancellationToken));
    }

    private static string Key() => Guid.NewGuid().ToString();

    private static async Task<int> CountAsync(RunningHost host, long id, string happened)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ApiRoutes.Decisions(id) + "?take=1000");
        request.Headers.Authorization = new("Bearer", TokenHost.Token);
        return (await (await host.SendAsync(request)).ReadAsync<DecisionView[]>()).Count(decision => decision.Event == happened);
    }

    private static RequestRecord Request(string path, object body, string key) => new()
    {
        Who = "operator", Key = key, Fingerprint = Idempotency.Fingerprint("POST", path, body), At = DateTimeOffset.UtcNow,
    };

    private static async Task<CutoverContext> ContextAsync(RunningHost host) => await host.App.Services
        .GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> PostAsync<T>(RunningHost host, string path, T body, string key, bool quoted)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: RunJson.Options) };
        request.Headers.Authorization = new("Bearer", TokenHost.Token);
        request.Headers.Add(ApiRoutes.KeyHeader, quoted ? $"\"{key}\"" : key);
        return host.SendAsync(request);
    }

    private Task<HttpResponseMessage> PostAsync<T>(string path, T body, string key, bool quoted = true, RunningHost? host = null) =>
        PostAsync(host ?? Host, path, body, key, quoted);

    private async Task RollBackAsync(long id)
    {
        await (await Host.ActAsync(id, OperatorAct.RollBack)).ReadAsync<ActDoneView>();
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }
}
