using System.Net;
using System.Net.Security;

namespace Cutover.Engine.Probes;

/// <summary>
/// One dial under way: knows its phase, and owns the connection until it hands it over in a <see cref="DialOutcome.Connected"/>.
/// </summary>
internal sealed class DialAttempt(ProbeTarget target, ProbeOptions options, UpgradeTemplate template, TimeProvider time) : IDisposable
{
    private readonly PhaseClock _clock = new(time);
    private readonly Lock _gate = new();
    private TlsResult? _tls;
    private IDisposable? _open;
    private ReadOnlyMemory<byte> _received;
    private UpgradeResponse? _response;
    private bool _isDisposed;

    /// <exception cref="Exception">
    /// Of many kinds when the connection breaks in one of its phases, or when it is disposed meanwhile.
    /// </exception>
    public async Task<DialOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var addresses = await DialledAddresses.FindAsync(target, options.Family, cancellationToken);
        if (addresses.Length == 0)
        {
            return Failed(DialledAddresses.None(target, options.Family));
        }

        _clock.Enter(DialPhase.Tcp);
        var plain = await ConnectAsync(addresses);
        if (!target.IsSecure)
        {
            return await UpgradeAsync(plain);
        }

        _clock.Enter(DialPhase.Tls);
        return await UpgradeAsync(await SecureAsync(plain));
    }

    public DialOutcome TimedOut() =>
        new DialOutcome.TimedOut(_clock.Phase) { Timings = _clock.Stop(), Tls = _tls, Received = _received, Response = _response };

    public DialOutcome Failed(Exception fault)
    {
        var refusedCertificate = _clock.Phase == DialPhase.Tls && _tls is { Errors: not SslPolicyErrors.None };
        return Failed(refusedCertificate ? _tls!.Problem : fault.Message);
    }

    /// <summary>Closes what is open, and whatever is opened from now on.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _open?.Dispose();
        }
    }

    private void Own(IDisposable? connection)
    {
        lock (_gate)
        {
            _open = connection;
            if (_isDisposed)
            {
                _open?.Dispose();
            }
        }
    }

    private async Task<PlainConnection> ConnectAsync(IPAddress[] addresses)
    {
        for (var i = 0; ; i++)
        {
            var connection = new PlainConnection(addresses[i].AddressFamily);
            Own(connection);
            try
            {
                await connection.ConnectAsync(new IPEndPoint(addresses[i], target.Endpoint.Port));
                return connection;
            }
            catch (IOException) when (i < addresses.Length - 1 && !_isDisposed)
            {
                connection.Dispose();
            }
        }
    }

    private async Task<SecureConnection> SecureAsync(PlainConnection plain)
    {
        var bytes = plain.ToStream();
        var stream = new SslStream(bytes);
        Own(stream);
        var handshake = new TlsHandshake(target, options, time);
        try
        {
            await handshake.AuthenticateAsync(stream);
        }
        finally
        {
            _tls = handshake.Result;
        }

        return new SecureConnection(stream, bytes.Socket);
    }

    private async Task<DialOutcome> UpgradeAsync(DialedConnection connection)
    {
        _clock.Enter(DialPhase.Upgrade);
        var request = template.Next();
        connection.MustSend(request.Bytes.Span);
        using var reader = new UpgradeHeadReader(connection, options.MaxResponseHead);
        UpgradeHead head;
        try
        {
            head = await reader.ReadAsync();
        }
        finally
        {
            _received = reader.Received;
        }

        var (response, refusal) = Judge(head, request);
        return refusal ?? await ConnectedAsync(response!, head, connection);
    }

    private (UpgradeResponse? Response, DialOutcome? Refusal) Judge(UpgradeHead head, UpgradeRequest request)
    {
        if (head.Fault is { } fault)
        {
            return (null, Failed(fault));
        }

        if (!UpgradeResponseParser.TryParse(head.Received.Span[..head.HeadLength], out var response, out var malformation))
        {
            return (null, Failed(malformation));
        }

        _response = response;
        if (response.StatusCode != 101)
        {
            return (response, new DialOutcome.Refused(response.StatusCode, response)
            {
                Timings = _clock.Stop(), Tls = _tls, Received = _received,
            });
        }

        var wrong = UpgradeCheck.FindFault(response, request.ExpectedAccept, options.Subprotocol);
        return (response, wrong is null ? null : Failed(wrong));
    }

    private async Task<DialOutcome> ConnectedAsync(UpgradeResponse response, UpgradeHead head, DialedConnection connection)
    {
        connection.Early = head.Received[head.HeadLength..].ToArray();
        if (options is not { FirstMessage: null, ExpectedReply: null })
        {
            _clock.Enter(DialPhase.Reply);
            if (await new FirstWords(connection, options).ExchangeAsync() is { } fault)
            {
                return Failed(fault);
            }
        }

        Own(null);
        return new DialOutcome.Connected(connection, response) { Timings = _clock.Stop(), Tls = _tls, Received = head.Received };
    }

    private DialOutcome.Failed Failed(string reason) =>
        new(_clock.Phase, reason) { Timings = _clock.Stop(), Tls = _tls, Received = _received, Response = _response };
}
