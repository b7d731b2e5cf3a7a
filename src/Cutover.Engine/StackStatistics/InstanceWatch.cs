using System.Net.Sockets;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.StackStatistics;

/// <summary>Looks at one instance again and again, for all who want to know of it.</summary>
internal sealed class InstanceWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly StatisticsEndpoint endpoint;
    private readonly StatisticsOptions options;
    private readonly SemaphoreSlim places;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly IStatisticsReader reader;
    private readonly Task looking;
    private InstanceHistory history;

    public InstanceWatch(StatisticsEndpoint endpoint, StatisticsOptions options, SemaphoreSlim places, TimeProvider time, ILogger logger)
    {
        (this.endpoint, this.options, this.places, this.time, this.logger) = (endpoint, options, places, time, logger);
        reader = StatisticsReaders.For(endpoint, time);
        history = new InstanceHistory(endpoint.Address.ToString());
        looking = Task.Run(() => LookAsync(stopping.Token));
    }

    /// <summary>Raised after each look, on the thread that looked.</summary>
    public event Action? Looked;

    /// <summary>How many want to know of it; kept by <see cref="StackWatch"/>.</summary>
    public int Users { get; set; }

    public InstanceHistory History => Volatile.Read(ref history);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.Interval, time);
        do
        {
            Take(await LookOnceAsync(cancellation));
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private void Take(InstanceLook look)
    {
        var before = History;
        var after = before.Take(look);
        Volatile.Write(ref history, after);
        Tell(before, after);
        Looked?.Invoke();
    }

    private async Task<InstanceLook> LookOnceAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return new InstanceSeen(await reader.ReadAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unseen(FormattableString.Invariant($"no answer within {options.Timeout.TotalSeconds:0.#} s"));
        }
        catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException)
        {
            return Unseen(failure.InnerException is SocketException cause ? cause.Message : failure.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A watch that dies silently would leave its gates blind for good: it goes on, and says that it could not look.
            Log.LookBroke(logger, endpoint.Address, failure);
            return Unseen($"an error in Cutover itself: {failure.Message}");
        }
        finally
        {
            places.Release();
        }
    }

    private InstanceUnseen Unseen(string why) => new(time.GetUtcNow(), why);

    private void Tell(InstanceHistory before, InstanceHistory after)
    {
        if (after.Unseen is { } unseen && before.Unseen is null)
        {
            Log.InstanceOutOfSight(logger, endpoint.Address, unseen.Why);
        }
        else if (after.Unseen is null && before.Unseen is not null)
        {
            Log.InstanceInSight(logger, endpoint.Address);
        }

        if (after.Restarts.Length > 0 && after.Restarts[^1] == after.Last?.At && before.Last != after.Last)
        {
            Log.InstanceRestarted(logger, endpoint.Address, after.Last?.Process);
        }

        foreach (var loss in after.Losses.Where(loss => !before.Losses.Contains(loss)))
        {
            Log.BackendLost(logger, endpoint.Address, loss.Lost, loss.Of, loss.Backend);
        }
    }
}
