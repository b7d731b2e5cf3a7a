using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Notifications;

/// <summary>Forgets messages that came to their end 30 days ago.</summary>
internal sealed class OutboxSweep(OutboxStore store, TimeProvider time, ILogger<OutboxSweep> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Period = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await store.ForgetAsync(time.GetUtcNow() - Kept, stoppingToken);
            }
            catch (DbException failure)
            {
                // The next round forgets them.
                Log.OutboxTroubled(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
