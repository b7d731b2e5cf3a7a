using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Tests.Probes;

/// <summary>A TCP server on loopback that does to each connection what the test says, then closes it.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawPeer, Task> _script;
    private readonly Task _accepting;

    public RawServer(Func<RawPeer, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Uri(string scheme = "ws") => new($"{scheme}://127.0.0.1:{Port}/");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var peers = new List<Task>();
        try
        {
            while (true)
            {
                peers.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(peers);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var peer = new RawPeer(socket, _stop.Token);
        try
        {
            await _script(peer);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The client left, or the test is over.
        }
    }
}
