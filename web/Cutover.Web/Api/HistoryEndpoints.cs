using System.Collections.Immutable;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>What happened in a run.</summary>
internal static class HistoryEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/history", HistoryAsync).RequireAuthorization(Policies.Reads).WithName("listHistory").WithTags("Runs")
            .WithSummary("Runs that are over, the newest first: by their end, playbook, anyone who acted, or a part of any of their words. "
                + "before: only smaller numbers, as next of the page before.")
            .Produces<HistoryPageView>().MayFail(400);
        api.MapGet("/open-runs", OpenAsync).RequireAuthorization(Policies.Reads).WithName("listOpenRuns").WithTags("Runs")
            .WithSummary("Open runs, the newest first: by their phase, playbook, anyone who acted, or a part of any of their words.")
            .Produces<ImmutableArray<RunSummaryView>>().MayFail(400);
        DecisionEndpoints.Map(api);
        api.MapGet("/runs/{id:long}/verdicts", VerdictsAsync).RequireAuthorization(Policies.Reads).WithName("listVerdicts").WithTags("Runs")
            .WithSummary("The newest verdicts of all gates, oldest first. since: only later ones.")
            .Produces<ImmutableArray<VerdictView>>().MayFail(400, 404);
        api.MapGet("/runs/{id:long}/answers", AnswersAsync).RequireAuthorization(Policies.Reads).WithName("listAnswers").WithTags("Runs")
            .WithSummary("The newest answers of name servers and resolvers, oldest first. since: only later ones.")
            .Produces<ImmutableArray<AnswerView>>().MayFail(400, 404);
    }

    private static async Task<IResult> HistoryAsync(
        RunHistory history,
        CancellationToken cancellation,
        RunPhase? outcome = null,
        string? playbook = null,
        string? who = null,
        string? text = null,
        long? before = null,
        int take = 50) =>
        Bounds.Problem("take", take, 1, RunHistory.Most)
            ?? TypedResults.Ok(await history.PageAsync(new RunFilter(outcome, playbook, who, text), before, take, cancellation));

    private static async Task<IResult> OpenAsync(
        RunHistory history,
        CancellationToken cancellation,
        RunPhase? phase = null,
        string? playbook = null,
        string? who = null,
        string? text = null) => TypedResults.Ok(await history.OpenAsync(new RunFilter(phase, playbook, who, text), cancellation));

    private static async Task<IResult> VerdictsAsync(
        long id, RunArchive archive, RunJournal journal, CancellationToken cancellation, DateTimeOffset? since = null, int take = 1000)
    {
        if (Bounds.Problem("take", take, 1, 20_000) is { } problem)
        {
            return problem;
        }

        return await journal.ExistsAsync(id, cancellation)
            ? TypedResults.Ok(await archive.VerdictsAsync(id, since ?? DateTimeOffset.MinValue, take, cancellation))
            : Problem.NoSuchRun(id);
    }

    private static async Task<IResult> AnswersAsync(
        long id, RunArchive archive, RunJournal journal, CancellationToken cancellation, DateTimeOffset? since = null, int take = 1000)
    {
        if (Bounds.Problem("take", take, 1, 20_000) is { } problem)
        {
            return problem;
        }

        return await journal.ExistsAsync(id, cancellation)
            ? TypedResults.Ok(await archive.AnswersAsync(id, since ?? DateTimeOffset.MinValue, take, cancellation))
            : Problem.NoSuchRun(id);
    }
}
