using System.Collections.Immutable;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Components.History;

namespace Cutover.Web.Components.Overview;

/// <summary>The runs: the open ones, and the latest of those that are over. Two queries, however many runs there are.</summary>
public sealed class RunsPageModel(RunHistory history, TimeProvider time, ILogger logger)
{
    public const int PageSize = 20;

    public RunQuery Query { get; private set; } = new();

    public ImmutableArray<RunSummaryView> Open { get; private set; } = [];

    public HistoryPageView Finished { get; private set; } = new([], null);

    public DateTimeOffset? ReadAt { get; private set; }

    public string? ReadError { get; private set; }

    public Task LookForAsync(RunQuery query, CancellationToken cancellation)
    {
        Query = query;
        return ReadAsync(cancellation);
    }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        var asked = Query;
        try
        {
            var open = asked.ShowsOpen ? await history.OpenAsync(asked.Open, cancellation) : [];
            var finished = asked.ShowsFinished ? await history.PageAsync(asked.Finished, null, PageSize, cancellation) : new([], null);
            if (asked == Query)
            {
                (Open, Finished, ReadAt, ReadError) = (open, finished, time.GetUtcNow(), null);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunsNotRead(logger, failure);
            ReadError = failure.Message;
        }
    }
}
