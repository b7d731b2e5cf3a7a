using System.Net;
using Cutover.Lab.Population;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Population;

/// <summary>
/// Name server, two edges and a population on one virtual clock. The clock runs faster than the sockets, so the client's patience is
/// forty virtual days unless a test is about it.
/// </summary>
internal sealed class LabStreet : IAsyncDisposable
{
    private LabStreet(FakeTimeProvider clock, TwoEdges edges, LoopbackNameServer dns, ClientPopulation population) =>
        (Clock, Edges, Dns, Population) = (clock, edges, dns, population);

    public FakeTimeProvider Clock { get; }

    public TwoEdges Edges { get; }

    public LoopbackNameServer Dns { get; }

    public ClientPopulation Population { get; }

    public IPAddress SourceAddress => Edges.Source.Address.Address;

    public IPAddress TargetAddress => Edges.Target.Address.Address;

    public static async Task<LabStreet> StartAsync(
        int timeToLive, Func<PopulationOptions, PopulationOptions> change, bool nameExists = true)
    {
        var clock = new FakeTimeProvider();
        var edges = await TwoEdges.StartAsync(clock);
        var dns = new LoopbackNameServer(nameExists ? edges.Source.Address.Address : null, timeToLive);
        var options = new PopulationOptions(dns.Address, edges.Port)
        {
            Clients = 20,
            MeanLifetime = TimeSpan.FromHours(1),
            MessageInterval = Timeout.InfiniteTimeSpan,
            HandshakeTimeout = TimeSpan.FromDays(40),
            EchoTimeout = TimeSpan.FromDays(40),
        };
        return new LabStreet(clock, edges, dns, ClientPopulation.Start(change(options), clock, new Random(11)));
    }

    public PopulationSnapshot Now => Population.Snapshot();

    public AddressSnapshot At(IPAddress address) => Now.ByAddress.GetValueOrDefault(address, new AddressSnapshot());

    /// <summary>Lets the clock run until the state is reached.</summary>
    public Task UntilAsync(TimeSpan step, Func<bool> state) =>
        Lab.Tests.Edges.Eventually.TrueAsync(Clock, step, state, () => $"{Now} {string.Join(' ', Now.ByAddress)}");

    public Task UntilConnectedAsync(int clients) => UntilAsync(TimeSpan.FromSeconds(1), () => Now.Connected == clients);

    public async ValueTask DisposeAsync()
    {
        await Population.DisposeAsync();
        await Dns.DisposeAsync();
        await Edges.DisposeAsync();
    }
}
