using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Cutover.Lab.Tests.Population;

/// <summary>A name server that knows one answer: the same address for every question, or none.</summary>
internal sealed class LoopbackNameServer : IAsyncDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;
    private volatile IPAddress? _answer;
    private int _questions;

    public LoopbackNameServer(IPAddress? answer, int timeToLive)
    {
        _answer = answer;
        TimeToLive = timeToLive;
        _serving = ServeAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_socket.Client.LocalEndPoint!;

    /// <summary>Null: the name does not exist.</summary>
    public IPAddress? Answer
    {
        get => _answer;
        set => _answer = value;
    }

    /// <summary>Seconds.</summary>
    public int TimeToLive { get; }

    public int Questions => Volatile.Read(ref _questions);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var question = await _socket.ReceiveAsync(_stopping.Token);
            Interlocked.Increment(ref _questions);
            await _socket.SendAsync(Reply(question.Buffer), question.RemoteEndPoint, _stopping.Token);
        }
    }

    private byte[] Reply(byte[] query)
    {
        const int Header = 12;
        var endOfQuestion = Array.IndexOf(query, (byte)0, Header) + 5; // The root label, then type and class.
        var reply = query[..endOfQuestion];
        var answer = _answer;
        reply[2] = 0x84; // A response, authoritative.
        reply[3] = (byte)(answer is null ? 3 : 0); // NXDOMAIN or no error.
        reply.AsSpan(6, 6).Clear();
        if (answer is null)
        {
            return reply;
        }

        reply[7] = 1;
        byte[] record = [0xC0, Header, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, .. answer.GetAddressBytes()];
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(6), TimeToLive);
        return [.. reply, .. record];
    }
}
