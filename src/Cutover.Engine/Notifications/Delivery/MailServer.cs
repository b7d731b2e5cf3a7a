using System.Collections.Immutable;
using Cutover.Engine.Notifications.Channels;
using MimeKit;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>Where mail goes out. No record: it would print its password.</summary>
internal sealed class MailServer(string host, int port, MailSecurity security, MailboxAddress from, ImmutableArray<MailboxAddress> to)
{
    public string Host => host;

    public int Port => port;

    public MailSecurity Security => security;

    public MailboxAddress From => from;

    public ImmutableArray<MailboxAddress> To => to;

    /// <summary>Null where the server asks for no login.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }
}
