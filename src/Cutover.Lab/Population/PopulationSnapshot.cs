using System.Net;

namespace Cutover.Lab.Population;

/// <summary>The population at one moment. Connected + Connecting + BackingOff + Resting = all clients.</summary>
/// <param name="Connected">Clients with an open connection.</param>
/// <param name="Connecting">Clients that resolve or dial.</param>
/// <param name="BackingOff">Clients that wait after a failure.</param>
/// <param name="Resting">Clients that were not started yet, or pause between two connections.</param>
/// <param name="Lookups">Questions put to the name server since the start.</param>
/// <param name="LookupFailures">Those without an address in the answer.</param>
/// <param name="ByAddress">Every address that was ever answered or dialled.</param>
public sealed record PopulationSnapshot(
    int Connected,
    int Connecting,
    int BackingOff,
    int Resting,
    long Lookups,
    long LookupFailures,
    IReadOnlyDictionary<IPAddress, AddressSnapshot> ByAddress)
{
    /// <summary>Failed handshakes, all addresses.</summary>
    public long HandshakeFailures => ByAddress.Values.Sum(a => a.HandshakeFailures);

    /// <summary>Connections that broke under their user, all addresses.</summary>
    public long Drops => ByAddress.Values.Sum(a => a.Drops);

    /// <summary>Share of the connected clients at an address, 0 to 1; 0 when nobody is connected.</summary>
    public double Share(IPAddress address) =>
        Connected == 0 || !ByAddress.TryGetValue(address, out var stack) ? 0 : (double)stack.Connected / Connected;
}
