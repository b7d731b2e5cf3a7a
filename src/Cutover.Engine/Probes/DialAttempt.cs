using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>
/// One dial under way: knows its phase, and owns the connection until it hands it over in a <see cref="DialOutcome.Connected"/>.
/// </summary>
internal sealed class DialAttempt(ProbeTarget target, ProbeOptions options, UpgradeTemplate template, TimeProvider time) : IDisposable
{
    private readonly PhaseClock _clock = new(time);
    private readonly TlsHandshake _tls = new(target, options, time);
    private DialedConnection? _connection;
    private ReadOnlyMemory<byte> _received;

    public async Task<DialOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(cancellationToken);
        _clock.Enter(DialPhase.Tcp);
        await ConnectAsync(addresses, cancellationToken);
        if (target.IsSecure)
        {
            _clock.Enter(DialPhase.Tls);
            await SecureAsync(cancellationToken);
        }

        _clock.Enter(DialPhase.Upgrade);
        return await UpgradeAsync(_connection!, cancellationToken);
    }

    public DialOutcome TimedOut() =>
        new DialOutcome.TimedOut(_clock.Phase) { Timings = _clock.Stop(), Tls = _tls.Result, Received = _received };

    public DialOutcome Failed(Exception fault)
    {
        var refusedCertificate = _clock.Phase == DialPhase.Tls && _tls.Result is { Errors: not SslPolicyErrors.None };
        return Failed(refusedCertificate ? _tls.Result!.Problem : fault.Message);
    }

    public void Dispose() => _connection?.Dispose();

    private Task<IPAddress[]> ResolveAsync(CancellationToken cancellationToken) =>
        IPAddress.TryParse(target.Endpoint.DnsSafeHost, out var literal)
            ? Task.FromResult<IPAddress[]>([literal])
            : System.Net.Dns.GetHostAddressesAsync(target.Endpoint.DnsSafeHost, cancellationToken);

    private async Task ConnectAsync(IPAddress[] addresses, CancellationToken cancellationToken)
    {
        for (var i = 0; _connection is null; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await ConnectArgs.ConnectAsync(socket, new IPEndPoint(addresses[i], target.Endpoint.Port), cancellationToken);
                _connection = new DialedConnection(socket, new NetworkStream(socket, ownsSocket: true));
                socket.Blocking = false;
            }
            catch (SocketException) when (i < addresses.Length - 1)
            {
                // The next address may do better.
            }
            finally
            {
                if (_connection is null)
                {
                    socket.Dispose();
                }
            }
        }
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        var secure = new SslStream(_connection!.Stream);
        _connection = _connection.Over(secure);
        await _tls.AuthenticateAsync(secure, cancellationToken);
    }

    private async Task<DialOutcome> UpgradeAsync(DialedConnection connection, CancellationToken cancellationToken)
    {
        var request = template.Next();
        if (connection.Send(request.Bytes.Span) is not SocketError.Success and var error)
        {
            throw new SocketException((int)error);
        }

        using var reader = new UpgradeHeadReader(connection.Stream, options.MaxResponseHead);
        try
        {
            return Judge(await reader.ReadAsync(cancellationToken), request);
        }
        finally
        {
            _received = reader.Received;
        }
    }

    private DialOutcome Judge(UpgradeHead head, UpgradeRequest request)
    {
        _received = head.Received;
        if (head.Fault is { } fault)
        {
            return Failed(fault);
        }

        if (!UpgradeResponseParser.TryParse(head.Received.Span[..head.HeadLength], out var response, out var malformation))
        {
            return Failed(malformation);
        }

        if (response.StatusCode != 101)
        {
            return new DialOutcome.Refused(response.StatusCode, response)
            {
                Timings = _clock.Stop(), Tls = _tls.Result, Received = _received,
            };
        }

        return UpgradeCheck.FindFault(response, request.ExpectedAccept, options.Subprotocol) is { } wrong ? Failed(wrong) : Connected(response, head);
    }

    private DialOutcome.Connected Connected(UpgradeResponse response, UpgradeHead head)
    {
        var connection = _connection!;
        connection.Early = head.Received[head.HeadLength..].ToArray();
        _connection = null;
        return new DialOutcome.Connected(connection, response) { Timings = _clock.Stop(), Tls = _tls.Result, Received = head.Received };
    }

    private DialOutcome.Failed Failed(string reason) =>
        new(_clock.Phase, reason) { Timings = _clock.Stop(), Tls = _tls.Result, Received = _received };
}
