using Cutover.Engine.Notifications.Channels;

namespace Cutover.Engine.Notifications;

/// <summary>Whom the host tells, and how hard it tries; the section "Cutover:Notifications".</summary>
public sealed class NotificationOptions
{
    /// <summary>
    /// Networks (CIDR) that channels may be in although they are private or special, and in which they need no TLS. Default: none.
    /// </summary>
    public IList<string> AllowedNetworks { get; init; } = [];

    /// <summary>By name, as playbooks say it.</summary>
    public IDictionary<string, ChannelOptions> Channels { get; init; } = new Dictionary<string, ChannelOptions>(StringComparer.Ordinal);

    /// <summary>Tries until a message is a dead letter. 1 to 100.</summary>
    public int Attempts { get; init; } = 16;

    /// <summary>How old a message may be for another try. Longer than zero.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long one try may take. Longer than zero.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a link to approve with can be used. Longer than zero.</summary>
    public TimeSpan ApprovalLinkLifetime { get; init; } = TimeSpan.FromHours(24);
}
