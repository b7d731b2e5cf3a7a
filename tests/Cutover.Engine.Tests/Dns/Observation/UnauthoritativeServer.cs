using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Tests.Dns.Observation;

/// <summary>Answers every question over UDP with one address and without authority, as a cache does that sits in the way.</summary>
internal sealed class UnauthoritativeServer : IAsyncDisposable
{
    private const int HeaderLength = 12;
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly IPAddress _address;
    private readonly Task _answering;

    private UnauthoritativeServer(IPAddress address)
    {
        _address = address;
        _answering = AnswerAsync();
    }

    public string EndPoint => _socket.Client.LocalEndPoint!.ToString()!;

    public bool SawNoRecursionDesired { get; private set; }

    public static UnauthoritativeServer Start(IPAddress address) => new(address);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _answering;
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var query = await _socket.ReceiveAsync();
                SawNoRecursionDesired = (query.Buffer[2] & 1) == 0;
                await _socket.SendAsync(Answer(query.Buffer), query.RemoteEndPoint);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    // The header and the question as they came, as a response (0x8180) with one answer: a pointer to the name, A, IN, 60 s, 4 bytes.
    private byte[] Answer(byte[] query)
    {
        var question = HeaderLength;
        while (query[question] != 0)
        {
            question += query[question] + 1;
        }

        return
        [
            query[0], query[1], 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. query[HeaderLength..(question + 5)],
            0xc0, HeaderLength, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, .. _address.GetAddressBytes(),
        ];
    }
}
