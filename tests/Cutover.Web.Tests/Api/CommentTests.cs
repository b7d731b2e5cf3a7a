using System.Net;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Comments;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Api;

public sealed class CommentTests(TokenHost token) : IClassFixture<TokenHost>
{
    private RunningHost Host => token.Host;

    [Fact]
    public async Task A_comment_is_kept_after_the_decision_that_it_was_made_on_told_to_followers_and_on_record()
    {
        var runs = new StoredRuns(Host);
        var id = await runs.StartAsync();
        using var guard = Patience.Guard();
        await using var moved = Host.App.Services.GetRequiredService<RunFeed>().SubscribeAsync(guard.Token).GetAsyncEnumerator(guard.Token);
        var notice = moved.MoveNextAsync();

        var written = await (await AddAsync(id, "  the edge was\r\nreloaded at 02:10\u0007 ")).ReadAsync<CommentView>();
        await runs.AbandonAsync(id);
        await (await AddAsync(id, "and that is the end")).ReadAsync<CommentView>();

        Assert.True(await notice);
        Assert.Equal(id, moved.Current.RunId);
        var listed = await ListAsync(id);
        Assert.Equal(written, listed[0]);
        Assert.Equal([(1, "the edge was\nreloaded at 02:10"), (2, "and that is the end")], listed.Select(comment => (comment.After, comment.Text)));
        Assert.Equal("operator", written.Who);
        var row = (await Host.DatabaseAsync(database => database.Audit.Where(row => row.Act == "run.comment" && row.Run == id).ToListAsync()))[0];
        Assert.Contains("reloaded at 02:10", row.After, StringComparison.Ordinal);
        // The machine never hears of it.
        Assert.Equal(2, await Host.DatabaseAsync(database => database.Decisions.CountAsync(decision => decision.RunId == id)));
    }

    [Fact]
    public async Task A_comment_with_a_key_is_written_once()
    {
        var runs = new StoredRuns(Host);
        var (id, key) = (await runs.StartAsync(zone: "other.example"), Guid.NewGuid().ToString());

        var first = await AddAsync(id, "once", key);
        var again = await AddAsync(id, "once", key);

        Assert.True(again.Headers.Contains(ApiRoutes.RepeatedHeader));
        Assert.Equal(await first.TextAsync(), await again.TextAsync());
        Assert.Single(await ListAsync(id));
        await runs.AbandonAsync(id);
    }

    [Theory]
    [InlineData(" \n ", "nothing in it")]
    [InlineData(null, "2001 characters are too many")]
    public async Task A_comment_that_is_empty_or_too_long_is_refused(string? text, string words)
    {
        var refused = await (await AddAsync(1, text ?? new string('x', RunComments.Longest + 1))).ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Contains(words, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_run_that_is_none_nothing_can_be_said()
    {
        await (await AddAsync(987, "hello")).ProblemAsync(HttpStatusCode.NotFound);
        await (await SendAsync(new(HttpMethod.Get, ApiRoutes.Comments(987)))).ProblemAsync(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> AddAsync(long id, string text, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, ApiRoutes.Comments(id))
        {
            Content = new StringContent(RunJson.Write(new CommentRequest(text)), System.Text.Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.Add(ApiRoutes.KeyHeader, $"\"{key}\"");
        }

        return SendAsync(request);
    }

    private async Task<CommentView[]> ListAsync(long id) =>
        await (await SendAsync(new(HttpMethod.Get, ApiRoutes.Comments(id)))).ReadAsync<CommentView[]>();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization = new("Bearer", TokenHost.Token);
        return Host.SendAsync(request);
    }
}
