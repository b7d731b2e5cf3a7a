using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Notifications.Addresses;

/// <summary>
/// Connects to addresses that may be connected to. A name is looked up and the very address that was judged is dialled: a name that means
/// something else a moment later gets nobody round it.
/// </summary>
internal sealed class GuardedDialer(AddressRules rules)
{
    /// <param name="isPlain">Without TLS: only in a network that the settings allow.</param>
    /// <exception cref="AddressRefusedException">No address of the host may be connected to.</exception>
    /// <exception cref="SocketException">The name or its addresses do not answer.</exception>
    public async Task<Socket> DialAsync(string host, int port, bool isPlain, CancellationToken cancellation)
    {
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await System.Net.Dns.GetHostAddressesAsync(host, cancellation);
        var open = found.Where(address => rules.Refusal(address) is null && (!isPlain || rules.IsAllowed(address))).ToList();
        if (open.Count == 0)
        {
            throw new AddressRefusedException(Words(host, found, isPlain));
        }

        SocketException? last = null;
        foreach (var address in open)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
                return socket;
            }
            catch (SocketException failure)
            {
                socket.Dispose();
                last = failure;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }

    private string Words(string host, IPAddress[] found, bool isPlain)
    {
        var refused = found.Select(address => (Address: address, Kind: rules.Refusal(address))).FirstOrDefault(one => one.Kind is not null);
        return refused.Kind is { } kind
            ? $"{host} leads to {refused.Address} ({kind}), which Cutover:Notifications:AllowedNetworks does not allow"
            : isPlain ? $"{host} is spoken to without TLS, which only networks in Cutover:Notifications:AllowedNetworks allow"
            : $"{host} has no address";
    }
}
