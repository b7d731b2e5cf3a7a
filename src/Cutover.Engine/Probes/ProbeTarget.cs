using System.Net;

namespace Cutover.Engine.Probes;

/// <summary>The stack a probe dials.</summary>
public sealed record ProbeTarget
{
    /// <param name="stack">What people call the stack.</param>
    /// <param name="endpoint">Where it is dialed directly: an absolute ws or wss address.</param>
    /// <param name="recordName">The record that clients resolve; sent as Host and as TLS server name. A final dot is dropped.</param>
    /// <exception cref="ArgumentException">The address is not ws or wss, or the name is not a host name.</exception>
    public ProbeTarget(string stack, Uri endpoint, string recordName)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(recordName);
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("ws" or "wss"))
        {
            throw new ArgumentException("A probe dials ws or wss addresses only.", nameof(endpoint));
        }

        HostName = recordName.TrimEnd('.');
        if (Uri.CheckHostName(HostName) == UriHostNameType.Unknown)
        {
            throw new ArgumentException("The record name is no host name.", nameof(recordName));
        }

        Address = IPAddress.TryParse(endpoint.DnsSafeHost, out var literal) ? literal : null;
        Stack = stack;
        Endpoint = endpoint;
    }

    public string Stack { get; }

    public Uri Endpoint { get; }

    public string HostName { get; }

    /// <summary>The endpoint's host when it is an address and needs no resolving; else null.</summary>
    public IPAddress? Address { get; }

    public bool IsSecure => Endpoint.Scheme == "wss";
}
