using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Cutover.Bench.Probes;

/// <summary>
/// The server that every contender dials: as small as can be, so that it is not what is measured. Echoes messages of up to 125 bytes.
/// </summary>
internal static class EchoPeer
{
    private static int open;

    /// <summary>Serves on all of 127.0.0.0/8 until its input ends; answers each line there with the number of open connections.</summary>
    public static async Task<int> RunAsync(int port, bool secure)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen(4096);
        using var certificate = secure ? Certificate() : null;
        Console.WriteLine("ready");
        _ = AcceptAsync(listener, certificate);
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(Volatile.Read(ref open));
        }

        return 0;
    }

    private static async Task AcceptAsync(Socket listener, X509Certificate2? certificate)
    {
        while (true)
        {
            var socket = await listener.AcceptAsync();
            _ = Task.Run(() => ServeAsync(socket, certificate));
        }
    }

    private static async Task ServeAsync(Socket socket, X509Certificate2? certificate)
    {
        Interlocked.Increment(ref open);
        try
        {
            await using Stream plain = new NetworkStream(socket, ownsSocket: true);
            if (certificate is null)
            {
                await EchoAsync(plain);
                return;
            }

            await using var tls = new SslStream(plain);
            await tls.AuthenticateAsServerAsync(certificate);
            await EchoAsync(tls);
        }
        catch (Exception gone) when (gone is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client left.
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private static async Task EchoAsync(Stream stream)
    {
        var buffer = new byte[512];
        var length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                return;
            }

            length += read;
        }

        await stream.WriteAsync(Answer(Encoding.ASCII.GetString(buffer, 0, length)));
        for (length = 0; ;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            length += read;
            for (int frame; (frame = FrameLength(buffer.AsSpan(0, length))) > 0; length -= frame)
            {
                var answer = Unmask(buffer.AsSpan(0, frame));
                buffer.AsSpan(frame, length - frame).CopyTo(buffer);
                await stream.WriteAsync(answer);
                if (answer[0] == 0x88)
                {
                    return;
                }
            }

            if (read == 0)
            {
                return;
            }
        }
    }

    private static int FrameLength(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 6 && bytes.Length >= 6 + (bytes[1] & 0x7F) ? 6 + (bytes[1] & 0x7F) : 0;

    // A ping comes back as a pong, anything else as it is.
    private static byte[] Unmask(ReadOnlySpan<byte> frame)
    {
        var answer = new byte[frame.Length - 4];
        (answer[0], answer[1]) = (frame[0] == 0x89 ? (byte)0x8A : frame[0], (byte)(frame[1] & 0x7F));
        for (var i = 2; i < answer.Length; i++)
        {
            answer[i] = (byte)(frame[i + 4] ^ frame[2 + ((i - 2) % 4)]);
        }

        return answer;
    }

    private static byte[] Answer(string request)
    {
        const string Name = "sec-websocket-key:";
        var start = request.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        var key = request[start..request.IndexOf('\r', start)].Trim();
#pragma warning disable CA5350 // The protocol fixes SHA-1.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n");
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=bench.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("bench.example");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Environment.GetEnvironmentVariable("BENCH_CERTIFICATE")!, made.ExportCertificatePem());
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
