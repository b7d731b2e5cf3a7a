using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.History;

/// <summary>One page of the runs that are over.</summary>
public sealed class HistoryPageModel(RunHistory history, TimeProvider time, ILogger logger)
{
    public const int PageSize = 50;

    /// <summary>What is shown; null before it was read.</summary>
    public HistoryPageView? Page { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public string? ReadError { get; private set; }

    public async Task ReadAsync(RunQuery query, CancellationToken cancellation)
    {
        try
        {
            Page = await history.PageAsync(query.Finished, query.Before, PageSize, cancellation);
            (ReadAt, ReadError) = (time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunsNotRead(logger, failure);
            ReadError = failure.Message;
        }
    }
}
