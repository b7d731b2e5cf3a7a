using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using Cutover.Core.Notifications;
using Cutover.Engine.Notifications.Addresses;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Notifications.Messages;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>E-mail through one SMTP server, a connection for each message.</summary>
internal sealed class MailDelivery(MailServer server, GuardedDialer dialer, TimeProvider time) : IDelivery
{
    /// <summary>Judges the server's certificate; null for the machine's own trust.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    public async Task<DeliveryOutcome> SendAsync(OutgoingMessage outgoing, CancellationToken cancellation)
    {
        try
        {
            using var socket = await dialer.DialAsync(server.Host, server.Port, server.Security == MailSecurity.None, cancellation);
            await SendAsync(socket, Mail(outgoing), cancellation);
            return new Delivered();
        }
        catch (Exception failure) when (failure is not OperationCanceledException && Outcome(failure) is not null)
        {
            return Outcome(failure)!;
        }
    }

    private async Task SendAsync(Socket socket, MimeMessage mail, CancellationToken cancellation)
    {
        // Whether a certificate was revoked is looked up nowhere, as HttpClient does it: that would be a request to yet another address.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trust };
        await client.ConnectAsync(socket, server.Host, server.Port, Options, cancellation);
        if (server is { User: { } user, Password: { } password })
        {
            await client.AuthenticateAsync(user, password, cancellation);
        }

        await client.SendAsync(mail, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private SecureSocketOptions Options => server.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private MimeMessage Mail(OutgoingMessage outgoing)
    {
        var mail = new MimeMessage
        {
            Subject = string.Concat(outgoing.Message.Title.Where(letter => !char.IsControl(letter))),
            Body = new TextPart("plain") { Text = MessageText.Of(outgoing) },
            Date = time.GetUtcNow(),
            MessageId = $"{outgoing.Id}@{server.From.Domain}",
        };
        mail.From.Add(server.From);
        mail.To.AddRange(server.To);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Cutover-Id", outgoing.Id);
        mail.Headers.Add("X-Cutover-Event", outgoing.Message.Event.Keyword());
        return mail;
    }

    // What a server says is left out: it may repeat what it was told.
    private NotDelivered? Outcome(Exception failure) => failure switch
    {
        AddressRefusedException => new NotDelivered(failure.Message, IsLasting: true),
        AuthenticationException => new NotDelivered($"{server.Host} did not take the login", IsLasting: true),
        ServiceNotAuthenticatedException => new NotDelivered($"{server.Host} asks for a login", IsLasting: true),
        SslHandshakeException => new NotDelivered($"TLS with {server.Host} failed; its certificate may not be trusted", IsLasting: false),
        NotSupportedException => new NotDelivered($"{server.Host} does not offer what is needed: STARTTLS, or the login", IsLasting: true),
        SmtpCommandException command => new NotDelivered(
            string.Create(CultureInfo.InvariantCulture, $"{server.Host} answered {(int)command.StatusCode} ({command.ErrorCode})"),
            IsLasting: (int)command.StatusCode >= 500),
        SocketException socket => new NotDelivered($"{server.Host} could not be reached: {socket.SocketErrorCode}", IsLasting: false),
        IOException or ProtocolException or ServiceNotConnectedException =>
            new NotDelivered($"the connection with {server.Host} broke", IsLasting: false),
        _ => null,
    };
}
