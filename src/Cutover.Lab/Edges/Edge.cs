using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Cutover.Lab.Edges;

/// <summary>
/// A load balancer's WebSocket edge: takes upgrades (RFC 6455, HTTP/1.1, no TLS), echoes messages, answers pings, and does wrong what
/// <see cref="Dials"/> tell it to. Disposal is the orderly shutdown: every client is sent the close frame 1001.
/// </summary>
public sealed class Edge : IAsyncDisposable
{
    private static readonly TimeSpan RebindAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly EdgeWorkings _workings;
    private readonly HeldConnections _held;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _rebind;
    private Task _dropping = Task.CompletedTask;
    private EdgeListener? _listener;
    private bool _stopped;

    private Edge(EdgeWorkings workings)
    {
        _workings = workings;
        _held = new HeldConnections(workings);
        _rebind = workings.Time.CreateTimer(_ => ObeyDials(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Address = workings.Options.Listen;
        Dials.Changed += (_, _) => ObeyDials();
    }

    /// <summary>The stack's set identifier.</summary>
    public string Name => _workings.Options.Name;

    /// <summary>Where it listens; stays the same through death and return.</summary>
    public IPEndPoint Address { get; private set; }

    /// <summary>What it does wrong on purpose.</summary>
    public EdgeDials Dials => _workings.Dials;

    /// <summary>What it has seen since it started; never reset, not even by death.</summary>
    public EdgeCounters Counters => _workings.Tally.Read();

    /// <summary>Starts a healthy edge; it takes connections when this returns.</summary>
    /// <exception cref="SocketException">The address is not of this machine, or is taken.</exception>
    public static Edge Start(EdgeOptions options, TimeProvider time, Random random, ILogger<Edge> logger)
    {
        var edge = new Edge(new EdgeWorkings(options, time, new Chance(random), logger));
        edge.Listen();
        edge._dropping = edge._held.DropAsync(edge._stopping.Token);
        return edge;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_stopped)
            {
                return;
            }

            _stopped = true;
            CloseListener();
            _workings.Gate.Set(stalled: false);
        }

        await _rebind.DisposeAsync().ConfigureAwait(false);
        await _held.GoAwayAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _dropping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    /// <summary>Handshake times in ms since the last call.</summary>
    internal IReadOnlyList<double> TakeHandshakeLatencies() => _workings.Latencies.Take();

    private void ObeyDials()
    {
        lock (_lock)
        {
            if (_stopped)
            {
                return;
            }

            _workings.Gate.Set(Dials.Stalled);
            if (Dials.Dead)
            {
                Die();
            }
            else if (_listener is null)
            {
                Revive();
            }
        }
    }

    private void Die()
    {
        if (_listener is not null)
        {
            CloseListener();
            _held.ResetAll();
            Log.EdgeDied(_workings.Logger, Name);
        }
    }

    private void Revive()
    {
        try
        {
            Listen();
            Log.EdgeRevived(_workings.Logger, Name, Address);
        }
        catch (SocketException e)
        {
            Log.EdgeCannotListen(_workings.Logger, Name, Address, e);
            _rebind.Change(RebindAfter, Timeout.InfiniteTimeSpan);
        }
    }

    private void Listen()
    {
        _listener = EdgeListener.Open(Address);
        Address = _listener.Address;
        _ = _listener.AcceptAsync(OnArrived, _workings.Time);
    }

    private void CloseListener()
    {
        _listener?.Dispose();
        _listener = null;
    }

    private void OnArrived(EdgeListener listener, Socket socket)
    {
        var connection = new EdgeConnection(socket, _workings);
        lock (_lock)
        {
            // A connection accepted in the moment of death belongs to nobody any more.
            if (_listener == listener && _held.Count < _workings.Options.MaxConnections)
            {
                _held.Add(connection);
                return;
            }
        }

        connection.Cut(reset: true);
    }
}
