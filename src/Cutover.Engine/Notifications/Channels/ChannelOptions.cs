namespace Cutover.Engine.Notifications.Channels;

/// <summary>One channel as the host's settings have it. What its kind has no use for is refused.</summary>
public sealed class ChannelOptions
{
    /// <summary>slack, webhook or email.</summary>
    public ChannelKind? Kind { get; init; }

    /// <summary>Events that the channel is told of every run: their names, or "none". Default: all.</summary>
    public IList<string> Events { get; init; } = [];

    /// <summary>Slack and webhook: where to. A secret: its path opens the channel.</summary>
    public string? Url { get; init; }

    /// <summary>A file that holds it.</summary>
    public string? UrlFile { get; init; }

    /// <summary>Webhook: what messages are signed with, "whsec_" and base64, or text; 24 bytes and up.</summary>
    public string? Secret { get; init; }

    /// <summary>A file that holds it.</summary>
    public string? SecretFile { get; init; }

    /// <summary>E-mail: the SMTP server.</summary>
    public string? Host { get; init; }

    /// <summary>E-mail: default 587, or 465 with <see cref="MailSecurity.Tls"/>.</summary>
    public int? Port { get; init; }

    /// <summary>E-mail: starttls, tls or none. Default: starttls.</summary>
    public MailSecurity? Security { get; init; }

    /// <summary>E-mail: the login; none by default.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>A file that holds it.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>E-mail: the sender's address.</summary>
    public string? From { get; init; }

    /// <summary>E-mail: the receivers' addresses.</summary>
    public IList<string> To { get; init; } = [];
}
