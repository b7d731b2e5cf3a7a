using System.Net;

namespace Cutover.Lab.Population;

/// <summary>Counts what happened, by address.</summary>
internal sealed class PopulationTally(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, AddressTally> _addresses = [];

    public void Connected(IPAddress address) => Count(address, static a =>
    {
        a.Handshakes++;
        a.Recent.Add();
    });

    public void HandshakeFailed(IPAddress address) => Count(address, static a => a.Failures++);

    public void Dropped(IPAddress address) => Count(address, static a => a.Drops++);

    /// <summary>Every address ever dialled, without the numbers that are read off the clients.</summary>
    public Dictionary<IPAddress, AddressSnapshot> Read()
    {
        lock (_lock)
        {
            return _addresses.ToDictionary(a => a.Key, a => new AddressSnapshot
            {
                Handshakes = a.Value.Handshakes,
                HandshakesPerSecond = a.Value.Recent.PerSecond,
                HandshakeFailures = a.Value.Failures,
                Drops = a.Value.Drops,
            });
        }
    }

    private void Count(IPAddress address, Action<AddressTally> change)
    {
        lock (_lock)
        {
            if (!_addresses.TryGetValue(address, out var tally))
            {
                _addresses[address] = tally = new AddressTally(time);
            }

            change(tally);
        }
    }
}
