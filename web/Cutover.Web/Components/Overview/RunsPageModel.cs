using System.Collections.Immutable;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Overview;

/// <summary>The runs: open ones, and the history as far back as was asked for.</summary>
public sealed class RunsPageModel(RunArchive archive, TimeProvider time, ILogger logger)
{
    private const int PageSize = 20;

    private int wanted = PageSize;

    public ImmutableArray<RunSummaryView> Open { get; private set; } = [];

    public ImmutableArray<RunSummaryView> Finished { get; private set; } = [];

    public bool HasOlder { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public string? ReadError { get; private set; }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var runs = await archive.ListAsync(0, wanted + 1, cancellation);
            (HasOlder, ReadAt, ReadError) = (runs.Length > wanted, time.GetUtcNow(), null);
            Open = [.. runs.Where(run => run.IsOpen)];
            Finished = [.. runs.Where(run => !run.IsOpen).Take(wanted)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunsNotRead(logger, failure);
            ReadError = failure.Message;
        }
    }

    public Task OlderAsync(CancellationToken cancellation)
    {
        wanted = Math.Min(wanted + PageSize, 199);
        return ReadAsync(cancellation);
    }
}
