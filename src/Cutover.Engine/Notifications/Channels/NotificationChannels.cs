using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Notifications.Channels;

/// <summary>The channels of this host, and who is told what.</summary>
public sealed class NotificationChannels
{
    private readonly ImmutableArray<NotificationChannel> all;

    internal NotificationChannels(ImmutableArray<NotificationChannel> all) => this.all = all;

    public static NotificationChannels None { get; } = new([]);

    internal ImmutableArray<NotificationChannel> All => all;

    internal NotificationChannel? Find(string name) => all.FirstOrDefault(channel => channel.Name == name);

    /// <summary>The channels that are told of an event: those that the playbook names by its own list, the others by the host's.</summary>
    internal IEnumerable<NotificationChannel> For(Playbook playbook, NotificationEvent happened) => all.Where(channel =>
        (playbook.Notify.FirstOrDefault(rule => rule.Channel == channel.Name)?.Events ?? channel.Events).Contains(happened));

    /// <summary>A refusal for each channel that the playbook names and this host does not have.</summary>
    internal IEnumerable<Refusal> Unknown(Playbook playbook) => playbook.Notify.Where(rule => Find(rule.Channel) is null).Select(
        rule => new Refusal(
            $"notify {rule.Channel}",
            $"this host has no such channel; it has {(all.IsEmpty ? "none" : string.Join(", ", all.Select(channel => channel.Name)))}",
            $"Set Cutover:Notifications:Channels:{rule.Channel} on the host and restart it, or name another channel in the playbook"));
}
