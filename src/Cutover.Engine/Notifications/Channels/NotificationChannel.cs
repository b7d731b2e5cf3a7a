using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Engine.Notifications.Delivery;

namespace Cutover.Engine.Notifications.Channels;

/// <summary>A channel of this host.</summary>
/// <param name="name">As playbooks say it.</param>
/// <param name="kind">How it is spoken to.</param>
/// <param name="where">What may be shown of its address: never a path, a query or a login.</param>
/// <param name="events">What it is told of runs whose playbooks do not name it.</param>
/// <param name="delivery">Brings messages there.</param>
internal sealed class NotificationChannel(
    string name, ChannelKind kind, string where, ImmutableArray<NotificationEvent> events, IDelivery delivery)
{
    public string Name => name;

    public ChannelKind Kind => kind;

    public string Where => where;

    public ImmutableArray<NotificationEvent> Events => events;

    public IDelivery Delivery => delivery;

    /// <summary>Rung when there is something to send.</summary>
    public Bell Bell { get; } = new();
}
