using System.Collections.Immutable;
using Cutover.Engine.Notifications;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Notifications;

/// <summary>The channels and the dead letters as they were last read.</summary>
public sealed class NotificationsPageModel(NotificationDesk desk, TimeProvider time, ILogger logger)
{
    public const int PageSize = 50;

    public ImmutableArray<ChannelView> Channels { get; private set; } = [];

    public ImmutableArray<DeadLetterView> Letters { get; private set; } = [];

    /// <summary>Null before the first reading.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public string? ReadError { get; private set; }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            Channels = await desk.ChannelsAsync(cancellation);
            Letters = await desk.DeadLettersAsync(null, PageSize, cancellation);
            (ReadAt, ReadError) = (time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotificationsNotRead(logger, failure);
            ReadError = failure.Message;
        }
    }
}
