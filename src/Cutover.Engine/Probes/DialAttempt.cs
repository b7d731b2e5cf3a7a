using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>
/// One dial under way: knows its phase, and owns the connection until it hands it over in a <see cref="DialOutcome.Connected"/>.
/// </summary>
internal sealed class DialAttempt(ProbeTarget target, ProbeOptions options, TimeProvider time) : IDisposable
{
    private readonly PhaseClock _clock = new(time);
    private readonly TlsHandshake _tls = new(target, options, time);
    private Stream? _stream;
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
        return await UpgradeAsync(_stream!, cancellationToken);
    }

    public DialOutcome TimedOut() =>
        new DialOutcome.TimedOut(_clock.Phase) { Timings = _clock.Stop(), Tls = _tls.Result, Received = _received };

    public DialOutcome Failed(Exception fault)
    {
        var refusedCertificate = _clock.Phase == DialPhase.Tls && _tls.Result is { Errors: not SslPolicyErrors.None };
        return Failed(refusedCertificate ? _tls.Result!.Problem : fault.Message);
    }

    public void Dispose() => _stream?.Dispose();

    private Task<IPAddress[]> ResolveAsync(CancellationToken cancellationToken) =>
        IPAddress.TryParse(target.Endpoint.DnsSafeHost, out var literal)
            ? Task.FromResult<IPAddress[]>([literal])
            : System.Net.Dns.GetHostAddressesAsync(target.Endpoint.DnsSafeHost, cancellationToken);

    private async Task ConnectAsync(IPAddress[] addresses, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Endpoint.Port, cancellationToken);
            _stream = new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (_stream is null)
            {
                socket.Dispose();
            }
        }
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream!);
        _stream = secure;
        await _tls.AuthenticateAsync(secure, cancellationToken);
    }

    private async Task<DialOutcome> UpgradeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var request = new UpgradeRequest(target);
        await stream.WriteAsync(request.Bytes, cancellationToken);
        using var reader = new UpgradeHeadReader(stream, options.MaxResponseHead);
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

        return UpgradeCheck.FindFault(response, request.ExpectedAccept) is { } wrong ? Failed(wrong) : Connected(response, head);
    }

    private DialOutcome.Connected Connected(UpgradeResponse response, UpgradeHead head)
    {
        var connection = new DialedConnection(_stream!, head.Received[head.HeadLength..].ToArray());
        _stream = null;
        return new DialOutcome.Connected(connection, response) { Timings = _clock.Stop(), Tls = _tls.Result, Received = head.Received };
    }

    private DialOutcome.Failed Failed(string reason) =>
        new(_clock.Phase, reason) { Timings = _clock.Stop(), Tls = _tls.Result, Received = _received };
}
