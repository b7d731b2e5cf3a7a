using Cutover.Engine.Comments;
using Cutover.Engine.Requests;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Cutover.Web.Access.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Api;

/// <summary>Comments as a plain form, for when the dashboard's connection is dead. Fields: text, key, and the antiforgery token.</summary>
internal static class CommentForm
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/runs/{id:long}/comments", ShowAsync).RequireAuthorization(Policies.Reads).ExcludeFromDescription();
        app.MapPost("/runs/{id:long}/comments", AddAsync).RequireAuthorization(Policies.ActsOnRun).ExcludeFromDescription();
    }

    public static string Path(long run) => FormattableString.Invariant($"/runs/{run}/comments");

    /// <summary>What keeps a comment from being written twice; null for a key that is none.</summary>
    public static RequestRecord? Request(string who, long run, string key, DateTimeOffset now) => RequestKey.Read(key) is not { } read ? null : new()
    {
        Who = who, Key = FormattableString.Invariant($"comment {run} {read}"), Fingerprint = string.Empty, At = now,
    };

    private static async Task<IResult> ShowAsync(
        long id, HttpContext context, IAntiforgery antiforgery, RunArchive archive, RunComments comments, CancellationToken cancellation)
    {
        if (await archive.FindAsync(id, cancellation) is not { } run)
        {
            return ActPages.NotDone(404, id, FormattableString.Invariant($"There is no run {id}."));
        }

        var tokens = antiforgery.GetAndStoreTokens(context);
        return PlainPage.Show(200, FormattableString.Invariant($"{run.Summary.Playbook} #{id}: comments"), $"""
            <ul>{Html.Each(await comments.ListAsync(id, cancellation), Line)}</ul>
            <form method="post" action="{Path(id)}">
            <input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">
            <input type="hidden" name="key" value="{Guid.NewGuid().ToString()}">
            <label>Comment<textarea name="text" rows="4" maxlength="{RunComments.Longest}" required></textarea></label>
            <button>Write it down</button></form>
            <p><a href="/runs/{id}">Back to the run</a></p>
            """);
    }

    private static Html Line(CommentView comment) => $"<li>{comment.At.ToString("u")} {comment.Who}: {comment.Text}</li>";

    private static async Task<IResult> AddAsync(
        long id, HttpContext context, IAntiforgery antiforgery, RunComments comments, NamedRequests requests, TimeProvider time)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return ActPages.NotDone(400, id, "This form was out of date. Open the run's page again and repeat it there.");
        }

        var form = await context.Request.ReadFormAsync();
        if (Bounds.CommentProblem(form["text"].ToString()) is { } wrong)
        {
            return ActPages.NotDone(400, id, $"Not written: {wrong}");
        }

        var origin = Operator.OriginOf(context);
        var request = Request(origin.Who, id, form["key"].ToString(), time.GetUtcNow());
        using var turn = request is null ? null : requests.Enter(request.Who, request.Key);
        if (request is not null && (turn is null || await requests.FindAsync(request.Who, request.Key, CancellationToken.None) is not null))
        {
            return new SeeOther(FormattableString.Invariant($"/runs/{id}"));
        }

        return await comments.AddAsync(id, RunComments.Clean(form["text"].ToString())!, origin, request, CancellationToken.None) is null
            ? ActPages.NotDone(404, id, FormattableString.Invariant($"There is no run {id}."))
            : new SeeOther(FormattableString.Invariant($"/runs/{id}"));
    }
}
