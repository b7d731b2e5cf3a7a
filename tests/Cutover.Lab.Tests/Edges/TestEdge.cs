using System.Net;
using Cutover.Lab.Edges;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Lab.Tests.Edges;

/// <summary>Starts edges on a free loopback port.</summary>
internal static class TestEdge
{
    public static Edge Start(TimeProvider time, Func<EdgeOptions, EdgeOptions>? change = null) =>
        Start(new IPEndPoint(IPAddress.Parse("127.0.1.1"), 0), time, change);

    public static Edge Start(IPEndPoint address, TimeProvider time, Func<EdgeOptions, EdgeOptions>? change = null)
    {
        var options = new EdgeOptions("envoy", address);
        return Edge.Start(change?.Invoke(options) ?? options, time, new Random(7), NullLogger<Edge>.Instance);
    }
}
