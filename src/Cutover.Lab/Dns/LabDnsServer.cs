using System.Net;
using System.Net.Sockets;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Dns;

/// <summary>An authoritative name server, over UDP and TCP, for what is in force in the hosted zones.</summary>
public sealed class LabDnsServer : IAsyncDisposable
{
    private const int Attempts = 50;
    private const int TimeoutMilliseconds = 5_000;
    private readonly UdpServerTransport _udp;
    private readonly TcpServerTransport _tcp;
    private readonly DnsServer _server;
    private readonly ZoneResolver _resolver;
    private long _queries;

    private LabDnsServer(IPEndPoint endpoint, ZoneResolver resolver)
    {
        (EndPoint, _resolver) = (endpoint, resolver);
        _udp = new(endpoint, TimeoutMilliseconds);
        _tcp = new(endpoint, TimeoutMilliseconds, TimeoutMilliseconds);
        _server = new DnsServer(_udp, _tcp);
        _server.QueryReceived += AnswerAsync;
        _server.ExceptionThrown += ReportAsync;
    }

    /// <summary>Raised when a query could not be served because of a defect or a broken connection.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>The address and the port, the same for UDP and TCP.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Queries received so far, over both transports.</summary>
    public long Queries => Interlocked.Read(ref _queries);

    /// <summary>
    /// A fault dial: while true it goes on with the answers of the moment it was set, as a name server does that gets no changes.
    /// </summary>
    public bool IsFrozen
    {
        get => _resolver.IsFrozen;
        set => _resolver.IsFrozen = value;
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="options">Where.</param>
    /// <param name="zones">What is answered from; changes are seen when they are INSYNC.</param>
    /// <param name="random">Draws among weighted record sets; give a seeded one for repeatable answers.</param>
    /// <param name="cancellationToken">Gives up between two attempts to find a port.</param>
    /// <exception cref="SocketException">The address and port are taken.</exception>
    public static Task<LabDnsServer> StartAsync(
        LabDnsServerOptions options, HostedZones zones, Random random, CancellationToken cancellationToken)
    {
        var resolver = new ZoneResolver(zones, random);
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var server = new LabDnsServer(new(options.Address, options.Port == 0 ? FreePort(options.Address) : options.Port), resolver);
            try
            {
                server._server.Start();
                return Task.FromResult(server);
            }
            catch (SocketException failure)
            {
                server.Release();
                if (options.Port != 0 || attempt == Attempts)
                {
                    throw Unlistened.At(server.EndPoint, failure);
                }

                // The port was free for TCP only, or was taken since it was looked up: try another.
            }
        }
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync()
    {
        try
        {
            _server.Stop();
        }
        catch (AggregateException stopped) when (stopped.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            // Its listeners may end as cancelled when they are stopped before they first ran.
        }

        Release();
        return ValueTask.CompletedTask;
    }

    private void Release()
    {
        ((IDisposable)_udp).Dispose();
        ((IDisposable)_tcp).Dispose();
    }

    // The server takes a port but cannot tell which one it was given, so one is looked up first.
    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task AnswerAsync(object sender, QueryReceivedEventArgs received)
    {
        Interlocked.Increment(ref _queries);
        if (received.Query is DnsMessage { IsQuery: true } query)
        {
            received.Response = DnsReply.To(query, _resolver);
        }

        return Task.CompletedTask;
    }

    private Task ReportAsync(object sender, ExceptionEventArgs thrown)
    {
        Faulted?.Invoke(thrown.Exception);
        return Task.CompletedTask;
    }
}
