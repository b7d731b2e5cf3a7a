using Cutover.Engine.Api;
using Cutover.Engine.Backtests;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>What the gates of a playbook would have said of the past.</summary>
internal static class BacktestEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/backtests", BacktestAsync)
        .RequireAuthorization(Policies.Reads).WithName("backtest").WithTags("Plans")
        .WithSummary("Judges CloudWatch's history, or what a run measured, with the gates of a playbook; changes nothing.")
        .Produces<BacktestView>()
        .MayFail(400, 404, 422);

    private static async Task<IResult> BacktestAsync(
        BacktestRequest request, HistoryBacktest history, RunBacktest runs, TimeProvider time, CancellationToken cancellation)
    {
        var playbook = request.Playbook ?? string.Empty;
        return (request.Run, request.From) switch
        {
            ({ } run, null) => Answer(await runs.RunAsync(playbook, run, cancellation)),
            (null, { } from) => Answer(await history.RunAsync(
                playbook, from, request.To ?? time.GetUtcNow(), Lateness(request.LateSeconds), cancellation)),
            _ => Answer(new BacktestOutOfRange("write either from or run")),
        };
    }

    private static TimeSpan? Lateness(double? seconds) =>
        seconds is { } late ? TimeSpan.FromSeconds(Math.Clamp(late, 0, TimeSpan.FromDays(1).TotalSeconds)) : null;

    private static IResult Answer(BacktestOutcome outcome) => outcome switch
    {
        BacktestMade made => TypedResults.Ok(BacktestView.Of(made)),
        BacktestUnreadable unreadable => Problem.Answer(Problem.Of(new PlaybookUnreadable(unreadable.Problems))),
        BacktestOfNoRun missing => Problem.NoSuchRun(missing.Run),
        BacktestOutOfRange wrong => Problem.Answer(new("Cannot be replayed", 400, wrong.Why)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
