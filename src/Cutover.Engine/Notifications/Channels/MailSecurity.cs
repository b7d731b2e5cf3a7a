namespace Cutover.Engine.Notifications.Channels;

/// <summary>How a connection to an SMTP server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear, and nothing is sent before STARTTLS has been taken.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: only in a network that the settings allow.</summary>
    None,
}
