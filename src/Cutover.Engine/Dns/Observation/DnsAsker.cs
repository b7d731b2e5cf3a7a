using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using DnsClient;
using DnsClient.Protocol;

namespace Cutover.Engine.Dns.Observation;

/// <summary>Asks one server one question at a time of sending, without a cache and without trying again.</summary>
/// <param name="isAuthoritative">
/// True for a name server of the zone: recursion is not asked for, and an answer that is not authoritative does not count, because it came
/// out of a cache on the way.
/// </param>
internal sealed class DnsAsker(IPEndPoint server, bool isAuthoritative, TimeSpan timeout, TimeProvider time)
{
    // The library's own timeout would run on the system's clock.
    private readonly LookupClient _client = new(new LookupClientOptions(server)
    {
        UseCache = false,
        Recursion = !isAuthoritative,
        Retries = 0,
        UseTcpFallback = true,
        ThrowDnsErrors = false,
        ContinueOnDnsError = false,
        ContinueOnEmptyResponse = false,
        Timeout = Timeout.InfiniteTimeSpan,
    });

    public async Task<DnsReply> AskAsync(string name, RecordType type, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            var response = await _client.QueryAsync(name, Wire(type), cancellationToken: either.Token).WaitAsync(either.Token)
                .ConfigureAwait(false);
            return Read(response, type);
        }
        catch (Exception failure) when (failure is OperationCanceledException or DnsResponseException or SocketException)
        {
            cancellation.ThrowIfCancellationRequested();
            return DnsReply.Failed(deadline.IsCancellationRequested ? TimedOut() : Innermost(failure).Message);
        }
    }

    private DnsReply Read(IDnsQueryResponse response, RecordType type)
    {
        if (response.Header.ResponseCode is not (DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain))
        {
            return DnsReply.Failed($"answered {response.Header.ResponseCode}");
        }

        if (isAuthoritative && !response.Header.HasAuthorityAnswer)
        {
            return DnsReply.Failed("the answer was not authoritative: another server answers in its place, or it does not serve the zone");
        }

        var records = response.Answers.Where(record => record.RecordType == (ResourceRecordType)Wire(type)).ToArray();
        return new(
            [.. records.Select(Value).Select(StackValues.Spell).Order(StringComparer.Ordinal)],
            records.Length == 0 ? null : TimeSpan.FromSeconds(records.Min(record => record.InitialTimeToLive)),
            Failure: null);
    }

    private string TimedOut() => string.Create(CultureInfo.InvariantCulture, $"timed out after {timeout.TotalSeconds:0.###} s");

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    private static string Value(DnsResourceRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        CNameRecord alias => alias.CanonicalName.Value,
        _ => record.ToString(),
    };

    private static QueryType Wire(RecordType type) => type switch
    {
        RecordType.A => QueryType.A,
        RecordType.AAAA => QueryType.AAAA,
        _ => QueryType.CNAME,
    };
}
