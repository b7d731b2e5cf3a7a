using System.Collections.Immutable;
using System.Net;
using Cutover.Core.Notifications;
using Cutover.Engine.Notifications.Addresses;
using Cutover.Engine.Notifications.Delivery;

namespace Cutover.Engine.Notifications.Channels;

/// <summary>Makes channels of the host's settings.</summary>
internal static class ChannelReader
{
    private const string Section = "Cutover:Notifications";

    private const string NoEvents = "none";

    /// <exception cref="FormatException">A setting cannot be used; the words name it and hold no secret.</exception>
    public static NotificationChannels Read(NotificationOptions options, TimeProvider time)
    {
        if (options.Attempts is < 1 or > 100
            || new[] { options.GiveUpAfter, options.Timeout, options.ApprovalLinkLifetime }.Any(span => span <= TimeSpan.Zero))
        {
            throw new FormatException($"{Section}: Attempts is 1 to 100, and GiveUpAfter, Timeout and ApprovalLinkLifetime are longer than zero.");
        }

        var dialer = new GuardedDialer(new AddressRules([.. options.AllowedNetworks.Select(Network)]));
        var http = new OutgoingHttp(dialer, time);
        return new NotificationChannels(
        [
            .. options.Channels.OrderBy(channel => channel.Key, StringComparer.Ordinal)
                .Select(channel => Read(new ChannelSettings($"{Section}:Channels:{channel.Key}", channel.Key, channel.Value), dialer, http, time)),
        ]);
    }

    private static NotificationChannel Read(ChannelSettings settings, GuardedDialer dialer, OutgoingHttp http, TimeProvider time)
    {
        var (kind, events) = (settings.Options.Kind ?? throw settings.Wrong("Kind", "is slack, webhook or email"), Events(settings));
        switch (kind)
        {
            case ChannelKind.Slack:
                settings.RefuseMail();
                var hook = settings.Url();
                return new(settings.Name, kind, Where(hook), events, new SlackDelivery(hook, http));
            case ChannelKind.Webhook:
                settings.RefuseMail();
                var url = settings.Url();
                return new(settings.Name, kind, Where(url), events, new WebhookDelivery(url, settings.Signature(), http, time));
            default:
                var server = settings.MailServer();
                var where = $"{server.Host}:{server.Port} to {string.Join(", ", server.To.Select(to => to.Address))}";
                return new(settings.Name, kind, where, events, new MailDelivery(server, dialer, time));
        }
    }

    private static ImmutableArray<NotificationEvent> Events(ChannelSettings settings)
    {
        var named = settings.Options.Events;
        return named is [NoEvents] ? [] : named.Count == 0 ? NotificationEventExtensions.OfRuns : [.. named.Select(Event)];

        NotificationEvent Event(string word) =>
            NotificationEventExtensions.OfRuns.Where(happened => happened.Keyword() == word).Select(happened => (NotificationEvent?)happened)
                .FirstOrDefault() ?? throw settings.Wrong(
                    "Events",
                    $"has \"{word}\", and events are "
                        + $"{string.Join(", ", NotificationEventExtensions.OfRuns.Select(one => one.Keyword()))}; or none alone");
    }

    private static string Where(Uri url) => url.GetLeftPart(UriPartial.Authority).Replace($"{url.UserInfo}@", string.Empty, StringComparison.Ordinal);

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new FormatException($"{Section}:AllowedNetworks has \"{text}\", which is no network such as 10.1.0.0/16.");
}
