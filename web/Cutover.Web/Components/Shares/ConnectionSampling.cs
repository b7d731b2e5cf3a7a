using Cutover.Engine.Runs;

namespace Cutover.Web.Components.Shares;

/// <summary>Looks at the connections of the open runs every few seconds.</summary>
public sealed class ConnectionSampling(RunHistory runs, ConnectionHistory history, TimeProvider time, ILogger<ConnectionSampling> logger) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                history.Add(await runs.OpenAsync(RunFilter.Everything, stoppingToken), time.GetUtcNow());
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.RunsNotRead(logger, failure);
            }
        }
    }
}
