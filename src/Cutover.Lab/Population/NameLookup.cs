using System.Net;
using DnsClient;

namespace Cutover.Lab.Population;

/// <summary>
/// Asks one name server for the addresses of one name, every time anew. The library's own timeout runs on the system's clock.
/// </summary>
internal sealed class NameLookup
{
    private readonly string _name;
    private readonly LookupClient _client;
    private long _asked;
    private long _failed;

    public NameLookup(IPEndPoint server, string name)
    {
        _name = name;
        _client = new LookupClient(new LookupClientOptions(server)
        {
            UseCache = false,
            Retries = 1,
            Timeout = TimeSpan.FromSeconds(2),
        });
    }

    public long Asked => Interlocked.Read(ref _asked);

    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Null when there was no answer, or none with an address.</summary>
    public async Task<LookupAnswer?> AskAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        var answer = await QueryAsync(cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            Interlocked.Increment(ref _failed);
        }

        return answer;
    }

    private async Task<LookupAnswer?> QueryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.QueryAsync(_name, QueryType.A, cancellationToken: cancellationToken).ConfigureAwait(false);
            var records = response.Answers.ARecords().ToList();
            return records.Count == 0
                ? null
                : new LookupAnswer([.. records.Select(r => r.Address)], TimeSpan.FromSeconds(records.Min(r => r.InitialTimeToLive)));
        }
        catch (DnsResponseException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
