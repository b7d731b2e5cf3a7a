using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of "notify".</summary>
internal static class NotifyFormat
{
    public static Key<string> Channel { get; } = new(
        "channel", Scalars.Name, "A channel by the name that the host's settings give it. Addresses and secrets stand there, never here.")
    { IsRequired = true, Example = "sre-slack" };

    public static Key<ImmutableArray<Located<NotificationEvent>?>> Events { get; } = new(
        "events",
        new ListFormat<NotificationEvent>(
            "events", Words.Of("an event", [.. NotificationEventExtensions.OfRuns.Select(happened => (happened.Keyword(), happened))])),
        "What the channel is told of runs of this playbook, in the place of what the host's settings say.")
    { DefaultRule = "all of them" };

    public static MappingFormat<NotifyRule> Format { get; } = new("a channel to notify", [Channel, Events], Build);

    /// <summary>Refuses a channel that is named again.</summary>
    public static void RefuseTwice(Section section, ImmutableArray<Located<NotifyRule>?> rules)
    {
        foreach (var twice in rules.OfType<Located<NotifyRule>>().GroupBy(rule => rule.Value.Channel).SelectMany(same => same.Skip(1)))
        {
            section.Refuse(twice.Place, $"{twice.Value.Channel} stands in this list already", "each channel once, with all of its events");
        }
    }

    private static NotifyRule? Build(Section section)
    {
        var channel = section.Read(Channel);
        var events = section.ReadOr(
            Events, () => [.. NotificationEventExtensions.OfRuns.Select(happened => new Located<NotificationEvent>(happened, section.Place))]);
        foreach (var twice in (events?.Value ?? []).OfType<Located<NotificationEvent>>()
            .GroupBy(one => one.Value).SelectMany(same => same.Skip(1)))
        {
            section.Refuse(twice.Place, $"{twice.Value.Keyword()} stands in this list already", "each event once");
        }

        return channel is null || events is null || events.Value.Contains(null)
            ? null
            : new NotifyRule(channel.Value, [.. events.Value.Select(happened => happened!.Value)]);
    }
}
