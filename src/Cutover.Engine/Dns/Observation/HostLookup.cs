using System.Net;

namespace Cutover.Engine.Dns.Observation;

/// <summary>
/// Looks up the addresses of a host name, as <see cref="System.Net.Dns.GetHostAddressesAsync(string, CancellationToken)"/> does.
/// </summary>
/// <exception cref="System.Net.Sockets.SocketException">The name cannot be looked up.</exception>
public delegate Task<IPAddress[]> HostLookup(string host, CancellationToken cancellation);
