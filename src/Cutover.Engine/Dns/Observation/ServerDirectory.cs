using System.Collections.Immutable;
using System.Net;
using DnsClient;

namespace Cutover.Engine.Dns.Observation;

/// <summary>Finds the servers that options and zones name.</summary>
internal sealed class ServerDirectory(ObservationOptions options, TimeProvider time, HostLookup? lookup)
{
    private readonly HostLookup _lookup = lookup ?? System.Net.Dns.GetHostAddressesAsync;

    /// <param name="ofTheZone">Passed over when the options name others.</param>
    public async Task<ImmutableArray<SampledServer>> NameServersAsync(IEnumerable<string> ofTheZone, CancellationToken cancellation)
    {
        var given = options.NameServers.Count > 0 ? options.NameServers : ofTheZone;
        var addresses = await FindAsync(given, cancellation).ConfigureAwait(false);
        return [.. addresses.Select(
            address => new SampledServer(address.Given, Asker(address.EndPoint, isAuthoritative: true), address.Failure))];
    }

    public async Task<ImmutableArray<(ServerAddress Address, DnsAsker? Asker)>> ResolversAsync(
        IEnumerable<string> given, CancellationToken cancellation)
    {
        var addresses = await FindAsync(given, cancellation).ConfigureAwait(false);
        return [.. addresses.Select(address => (address, Asker(address.EndPoint, isAuthoritative: false)))];
    }

    /// <summary>Who is asked for the addresses of load balancers.</summary>
    public async Task<ImmutableArray<DnsAsker>> AliasResolversAsync(CancellationToken cancellation)
    {
        var given = options.AliasResolvers.Count > 0 ? options.AliasResolvers : OfTheMachine();
        return [.. (await ResolversAsync(given, cancellation).ConfigureAwait(false)).Select(resolver => resolver.Asker).OfType<DnsAsker>()];
    }

    private Task<ServerAddress[]> FindAsync(IEnumerable<string> given, CancellationToken cancellation) =>
        Task.WhenAll(given.Select(one => ServerAddress.FindAsync(one, _lookup, cancellation)));

    private DnsAsker? Asker(IPEndPoint? endpoint, bool isAuthoritative) =>
        endpoint is null ? null : new DnsAsker(endpoint, isAuthoritative, options.QueryTimeout, time);

    private static string[] OfTheMachine() =>
        [.. NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false)
            .Select(server => new IPEndPoint(IPAddress.Parse(server.Address), server.Port).ToString())];
}
