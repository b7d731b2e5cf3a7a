using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Notifications;

/// <summary>Empties the outbox, beside everything else that the host does.</summary>
internal sealed class NotificationSender(
    NotificationChannels channels,
    OutboxStore store,
    MessageLinks links,
    EngineOptions options,
    NotificationMeter meter,
    TimeProvider time,
    ILogger<NotificationSender> logger) : BackgroundService
{
    private static readonly TimeSpan TroubleRest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!channels.All.IsEmpty && options.PublicAddress is null)
        {
            Log.NoPublicAddress(logger);
        }

        await Task.WhenAll([BuryLostAsync(stoppingToken), .. channels.All.Select(channel => new ChannelQueue(
            channel, store, links, options.Notifications, meter, time, logger).RunAsync(stoppingToken))]);
    }

    private async Task BuryLostAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await store.BuryLostAsync(channels.All.Select(channel => channel.Name), time.GetUtcNow(), stopping);
                return;
            }
            catch (System.Data.Common.DbException failure)
            {
                Log.OutboxTroubled(logger, failure);
                await Task.Delay(TroubleRest, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
