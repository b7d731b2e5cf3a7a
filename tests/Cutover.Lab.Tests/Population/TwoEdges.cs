using System.Net;
using System.Net.Sockets;
using Cutover.Lab.Edges;
using Cutover.Lab.Tests.Edges;

namespace Cutover.Lab.Tests.Population;

/// <summary>Two edges on one port of two loopback addresses.</summary>
internal sealed class TwoEdges : IAsyncDisposable
{
    private TwoEdges(Edge source, Edge target) => (Source, Target) = (source, target);

    public Edge Source { get; }

    public Edge Target { get; }

    public int Port => Source.Address.Port;

    public static async Task<TwoEdges> StartAsync(TimeProvider time)
    {
        while (true)
        {
            var source = TestEdge.Start(new IPEndPoint(IPAddress.Parse("127.0.1.1"), 0), time, Patient);
            try
            {
                return new TwoEdges(
                    source, TestEdge.Start(new IPEndPoint(IPAddress.Parse("127.0.1.2"), source.Address.Port), time, Patient));
            }
            catch (SocketException)
            {
                await source.DisposeAsync(); // Somebody else has this port on the second address.
            }
        }
    }

    /// <summary>Their clock may run faster than the sockets.</summary>
    private static EdgeOptions Patient(EdgeOptions options) => options with { RequestTimeout = TimeSpan.FromDays(40) };

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Target.DisposeAsync();
    }
}
