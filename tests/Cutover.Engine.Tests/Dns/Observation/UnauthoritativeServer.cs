using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Tests.Dns.Observation;

/// <summary>
/// Answers every question over UDP without authority, as a cache does: the first with the first address, and so on; the last stays.
/// </summary>
internal sealed class UnauthoritativeServer : IAsyncDisposable
{
    private const int HeaderLength = 12;
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly IPAddress[] _addresses;
    private readonly TaskCompletionSource[] _asked;
    private readonly Task _answering;

    private UnauthoritativeServer(string[] addresses)
    {
        _addresses = [.. addresses.Select(IPAddress.Parse)];
        _asked = [.. addresses.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        _answering = AnswerAsync();
    }

    public string EndPoint => _socket.Client.LocalEndPoint!.ToString()!;

    public bool SawNoRecursionDesired { get; private set; }

    public static UnauthoritativeServer Start(params string[] addresses) => new(addresses);

    /// <summary>Ends when the question came whose answer is that address, counted from 1.</summary>
    public Task AskedAsync(int address) => _asked[address - 1].Task;

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _answering;
    }

    private async Task AnswerAsync()
    {
        try
        {
            for (var index = 0; ; index = Math.Min(index + 1, _addresses.Length - 1))
            {
                var query = await _socket.ReceiveAsync();
                SawNoRecursionDesired = (query.Buffer[2] & 1) == 0;
                _asked[index].TrySetResult();
                await _socket.SendAsync(Answer(query.Buffer, _addresses[index]), query.RemoteEndPoint);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    // The header and the question as they came, as a response (0x8180) with one answer: a pointer to the name, A, IN, 60 s, 4 bytes.
    private static byte[] Answer(byte[] query, IPAddress address)
    {
        var question = HeaderLength;
        while (query[question] != 0)
        {
            question += query[question] + 1;
        }

        return
        [
            query[0], query[1], 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. query[HeaderLength..(question + 5)],
            0xc0, HeaderLength, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, .. address.GetAddressBytes(),
        ];
    }
}
