using Cutover.Core.Notifications;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Notifications.Messages;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Notifications;

/// <summary>
/// Writes what a decision has to tell into the decision's own transaction, a row for each channel, so that none is without the other.
/// </summary>
public sealed class Outbox
{
    private readonly NotificationChannels channels;
    private readonly ILogger logger;

    internal Outbox(NotificationChannels channels, ILogger<Outbox> logger) => (this.channels, this.logger) = (channels, logger);

    /// <summary>Adds rows to what the context is about to save.</summary>
    /// <returns>What is to be rung once they are committed.</returns>
    internal IReadOnlyCollection<Bell> Add(
        CutoverContext context, Plan plan, long run, long sequence, RunState? before, RunEvent happened, Decision decision, DateTimeOffset now)
    {
        if (channels.All.IsEmpty)
        {
            return [];
        }

        try
        {
            var told = RunNotices.Of(plan, before, happened, decision)
                .SelectMany(notice => channels.For(plan.Playbook, notice.Event).Select(channel => (notice, channel))).ToList();
            context.Outbox.AddRange(told.Select(one => Row(
                one.channel, RunMessages.Of(plan, run, sequence, one.notice, decision.State, now), now)));
            return [.. told.Select(one => one.channel.Bell).Distinct()];
        }
        catch (Exception bug)
        {
            // A run must not stand still, unguarded, because nobody could be told of it.
            Log.NoticeFailed(logger, run, sequence, bug);
            return [];
        }
    }

    internal static OutboxRecord Row(NotificationChannel channel, NotificationMessage message, DateTimeOffset now) => new()
    {
        MessageId = $"msg_{Guid.NewGuid():N}",
        Channel = channel.Name,
        Event = message.Event,
        RunId = message.Run,
        Playbook = message.Playbook,
        Message = RunJson.Write(message),
        CreatedAt = now,
        State = OutboxState.Waiting,
        Attempts = 0,
        Since = now,
        NextAt = now,
    };
}
