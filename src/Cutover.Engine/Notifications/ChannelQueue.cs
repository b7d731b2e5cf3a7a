using Cutover.Core.Runs;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Notifications.Delivery;
using Cutover.Engine.Notifications.Messages;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Notifications;

/// <summary>Sends what waits for one channel, one message after the other. Each channel has a queue of its own: none waits for another.</summary>
internal sealed class ChannelQueue(
    NotificationChannel channel,
    OutboxStore store,
    MessageLinks links,
    NotificationOptions options,
    NotificationMeter meter,
    TimeProvider time,
    ILogger logger)
{
    // However the bell fails, and for what another node has written.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TroubleRest = TimeSpan.FromSeconds(5);

    /// <summary>Sends until the host stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await channel.Bell.WaitAsync(await SendDueAsync(stopping), time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database, or a bug: what waits is stored, and nobody but this queue sends it.
                Log.OutboxTroubled(logger, failure);
                await Task.Delay(TroubleRest, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Sends everything that is due.</summary>
    /// <returns>How long there is nothing to do.</returns>
    private async Task<TimeSpan> SendDueAsync(CancellationToken stopping)
    {
        while (await store.NextAsync(channel.Name, stopping) is { } row)
        {
            var rest = row.NextAt - time.GetUtcNow();
            if (rest > TimeSpan.Zero)
            {
                return rest < LongestRest ? rest : LongestRest;
            }

            await SendAsync(row, stopping);
        }

        return LongestRest;
    }

    private async Task SendAsync(OutboxRecord row, CancellationToken stopping)
    {
        var outcome = await TryAsync(row, stopping);
        var (now, attempts) = (time.GetUtcNow(), row.Attempts + 1);
        switch (outcome)
        {
            case NotDelivered failed when failed.IsLasting || attempts >= options.Attempts || now - row.Since >= options.GiveUpAfter:
                await store.EndAsync(row.Id, OutboxState.Dead, failed.Why, attempts, now);
                meter.Ended(channel.Name, "dead");
                Log.LetterDied(logger, row.MessageId, row.Event, channel.Name, attempts, failed.Why);
                break;
            case NotDelivered failed:
                await store.RetryAsync(
                    row.Id, failed.Why, attempts, now + RetryDelay.After(attempts, failed.RetryAfter, Random.Shared.NextDouble()));
                meter.Ended(channel.Name, "failed");
                Log.NotDelivered(logger, row.MessageId, row.Event, channel.Name, attempts, failed.Why);
                break;
            default:
                await store.EndAsync(row.Id, OutboxState.Delivered, failure: null, attempts, now);
                meter.Ended(channel.Name, "delivered");
                break;
        }
    }

    private async Task<DeliveryOutcome> TryAsync(OutboxRecord row, CancellationToken stopping)
    {
        var message = RunJson.Read<NotificationMessage>(row.Message);
        var outgoing = await links.AddToAsync(row.MessageId, message, channel.Name, stopping);
        using var over = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stopping);
        try
        {
            return await channel.Delivery.SendAsync(outgoing, either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new NotDelivered(
                FormattableString.Invariant($"no answer within {options.Timeout.TotalSeconds:0.#} s"), IsLasting: false);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // Its words could hold what was sent.
            Log.SendingBroke(logger, channel.Name, bug.GetType().Name, bug.StackTrace);
            return new NotDelivered($"an error in Cutover itself ({bug.GetType().Name})", IsLasting: false);
        }
    }
}
