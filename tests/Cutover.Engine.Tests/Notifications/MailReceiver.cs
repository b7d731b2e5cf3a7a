using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>An SMTP server on loopback: the verbs of RFC 5321 that a client needs, STARTTLS (RFC 3207) and AUTH PLAIN (RFC 4954).</summary>
internal sealed class MailReceiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly Channel<Mail> mails = Channel.CreateUnbounded<Mail>();
    private readonly X509Certificate2? certificate;

    public MailReceiver(bool hasTls = false)
    {
        certificate = hasTls ? SelfSigned() : null;
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether a client must sign in.</summary>
    public bool AsksForLogin { get; init; }

    /// <summary>The answer to a receiver's address.</summary>
    public string ToRecipient { get; init; } = "250 fine";

    /// <summary>Everything that clients have said, in the clear or not.</summary>
    public List<string> Said { get; } = [];

    public async Task<Mail> NextAsync() => await mails.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(NotificationBench.Patience, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        over.Dispose();
        certificate?.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(over.Token);
                await SpeakAsync(new NetworkStream(socket), isSecure: false);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task SpeakAsync(Stream stream, bool isSecure)
    {
        var (reader, mail) = (new StreamReader(stream, Encoding.ASCII), new Mail(isSecure));
        try
        {
            if (!isSecure)
            {
                await SayAsync(stream, "220 mail.test ESMTP");
            }

            while (await reader.ReadLineAsync(over.Token) is { } line)
            {
                Said.Add(line);
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "STARTTLS" && certificate is not null)
                {
                    await SayAsync(stream, "220 go on");
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(certificate);
                    await SpeakAsync(tls, isSecure: true);
                    return;
                }

                await SayAsync(stream, Answer(verb, line, mail));
                if (verb == "DATA")
                {
                    await TakeAsync(reader, mail);
                    await SayAsync(stream, "250 taken");
                }
            }
        }
        catch (Exception failure) when (failure is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away.
        }
    }

    private string Answer(string verb, string line, Mail mail)
    {
        switch (verb)
        {
            case "EHLO":
                string[] tls = certificate is not null && !mail.IsSecure ? ["250-STARTTLS"] : [];
                return string.Join("\r\n", ["250-mail.test", .. tls, "250 AUTH PLAIN"]);
            case "AUTH":
                mail.Login = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2]));
                return mail.Login == "\0cutover\0open sesame" ? "235 welcome" : "535 no such login";
            case "MAIL":
                return AsksForLogin && mail.Login is null ? "530 sign in first" : "250 fine";
            case "RCPT":
                mail.To.Add(line);
                return ToRecipient;
            case "DATA":
                return "354 go on";
            case "QUIT":
                return "221 bye";
            default:
                return verb is "RSET" or "NOOP" ? "250 fine" : "502 not here";
        }
    }

    private async Task TakeAsync(StreamReader reader, Mail mail)
    {
        while (await reader.ReadLineAsync(over.Token) is { } line && line != ".")
        {
            mail.Lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        mails.Writer.TryWrite(mail);
    }

    private async Task SayAsync(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), over.Token);
        await stream.FlushAsync(over.Token);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    internal sealed record Mail(bool IsSecure)
    {
        public string? Login { get; set; }

        public List<string> To { get; } = [];

        public List<string> Lines { get; } = [];

        public string Text => string.Join('\n', Lines);
    }
}
