using Microsoft.Extensions.Logging;

namespace Cutover.Lab.Edges;

/// <summary>
/// Publishes what an edge counts, every period, as an agent beside a load balancer would. Periods are aligned to the clock, so that a
/// longer CloudWatch period holds whole ones of these. A dead edge publishes nothing, and what happened while it died is never told.
/// </summary>
public sealed class EdgeMetrics : IAsyncDisposable
{
    /// <summary>Namespace of the metrics.</summary>
    public const string Namespace = "Lab/Edge";

    /// <summary>Name of their one dimension; its value is <see cref="Edge.Name"/>.</summary>
    public const string Dimension = "Stack";

    private readonly CancellationTokenSource _stopping = new();
    private readonly Edge _edge;
    private readonly TimeSpan _period;
    private readonly TimeProvider _time;
    private readonly Func<IReadOnlyList<EdgeDatum>, CancellationToken, Task> _publish;
    private readonly ILogger<EdgeMetrics> _logger;
    private readonly Task _running;

    private EdgeMetrics(
        Edge edge,
        TimeSpan period,
        TimeProvider time,
        Func<IReadOnlyList<EdgeDatum>, CancellationToken, Task> publish,
        ILogger<EdgeMetrics> logger)
    {
        (_edge, _period, _time, _publish, _logger) = (edge, period, time, publish, logger);
        _running = RunAsync(_stopping.Token);
    }

    /// <summary>Starts publishing.</summary>
    /// <param name="edge">Whose counters.</param>
    /// <param name="period">1 s or more; 5 s is usual in the lab.</param>
    /// <param name="time">The clock.</param>
    /// <param name="publish">Sends the data; when it fails they are lost and the next period goes on.</param>
    /// <param name="logger">Told about lost data.</param>
    public static EdgeMetrics Start(
        Edge edge,
        TimeSpan period,
        TimeProvider time,
        Func<IReadOnlyList<EdgeDatum>, CancellationToken, Task> publish,
        ILogger<EdgeMetrics> logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromSeconds(1));
        return new EdgeMetrics(edge, period, time, publish, logger);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = _edge.Counters.Total;
        var start = StartOfPeriod(_time.GetUtcNow());
        while (true)
        {
            await UntilAsync(start + _period, cancellationToken).ConfigureAwait(false);
            before = await PublishAsync(before, start, cancellationToken).ConfigureAwait(false);

            // A timer may fire a moment early, and publishing may take longer than a period: never the same period twice, never a
            // stale one.
            var current = StartOfPeriod(_time.GetUtcNow());
            start = current > start ? current : start + _period;
        }
    }

    private Task UntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var wait = moment - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? Task.Delay(wait, _time, cancellationToken) : Task.CompletedTask;
    }

    private async Task<EdgeCounts> PublishAsync(EdgeCounts before, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var now = _edge.Counters.Total;
        var latencies = _edge.TakeHandshakeLatencies();
        if (_edge.Dials.Dead)
        {
            Log.EdgeMetricsSilent(_logger, _edge.Name);
            return now;
        }

        try
        {
            await _publish(EdgePeriod.Report(before, now, latencies, start), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.EdgeMetricsLost(_logger, _edge.Name, e);
        }

        return now;
    }

    private DateTimeOffset StartOfPeriod(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % _period.Ticks));
}
