using System.Net;
using System.Net.WebSockets;

namespace Cutover.Lab.Population;

/// <summary>One client: resolve, connect, live, reconnect, for as long as the population does.</summary>
internal sealed class PopulationClient(
    CachingResolver resolver,
    PopulationTally tally,
    PopulationOptions options,
    TimeProvider time,
    Random random)
{
    private ClientState _state = new(ClientPhase.Resting);

    public ClientState State => Volatile.Read(ref _state);

    public async Task RunAsync(TimeSpan startAfter, CancellationToken cancellationToken)
    {
        await Task.Delay(startAfter, time, cancellationToken).ConfigureAwait(false);
        var failures = 0;
        while (true)
        {
            failures = await LiveOnceAsync(cancellationToken).ConfigureAwait(false) ? 0 : failures + 1;
            Enter(new ClientState(failures == 0 ? ClientPhase.Resting : ClientPhase.BackingOff));
            var wait = random.Backoff(failures, options.BackoffBase, options.BackoffCap);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>False when the user saw a failure.</summary>
    private async Task<bool> LiveOnceAsync(CancellationToken cancellationToken)
    {
        Enter(new ClientState(ClientPhase.Connecting));
        if (await resolver.ResolveAsync(cancellationToken).ConfigureAwait(false) is not { } answer)
        {
            return false;
        }

        var address = answer.Addresses[random.Next(answer.Addresses.Count)];
        using var socket = NewSocket();
        if (!await DialAsync(socket, address, cancellationToken).ConfigureAwait(false))
        {
            tally.HandshakeFailed(address);
            return false;
        }

        Enter(new ClientState(ClientPhase.Connected, address));
        tally.Connected(address);
        return await HoldAsync(socket, address, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> HoldAsync(ClientWebSocket socket, IPAddress address, CancellationToken cancellationToken)
    {
        var session = new ClientSession(socket, options, time, random);
        var end = await session.LiveAsync(random.Exponential(options.MeanLifetime), cancellationToken).ConfigureAwait(false);
        var fine = end is SessionEnd.Lived or SessionEnd.ClosedByEdge;
        if (!fine)
        {
            tally.Dropped(address);
        }

        return fine;
    }

    private async Task<bool> DialAsync(ClientWebSocket socket, IPAddress address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.HandshakeTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(new UriBuilder("ws", address.ToString(), options.Port).Uri, both.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private ClientWebSocket NewSocket()
    {
        var socket = new ClientWebSocket();
        // The environment's proxy has no business with loopback; without one the connection pool is shared, too.
        socket.Options.Proxy = null;
        socket.Options.KeepAliveInterval = TimeSpan.Zero; // Its timer would run on the system's clock.
        socket.Options.SetRequestHeader("Host", options.HostName);
        socket.Options.SetRequestHeader("User-Agent", "lab-population");
        return socket;
    }

    private void Enter(ClientState state) => Volatile.Write(ref _state, state);
}
