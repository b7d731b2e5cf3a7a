using Cutover.Lab.Population;

namespace Cutover.Lab.Tests.Population;

public sealed class FailureTests
{
    [Fact]
    public async Task A_cut_connection_is_an_error_the_user_sees_and_the_client_comes_back()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o);
        await street.UntilConnectedAsync(20);
        street.Edges.Source.Dials.DropHeld = 100;
        await street.UntilAsync(TimeSpan.FromSeconds(1), () => street.Now.Drops >= 20);
        street.Edges.Source.Dials.DropHeld = 0;

        await street.UntilConnectedAsync(20);

        // A cut between the 101 and its arrival is a drop to the edge and a failed handshake to the client.
        var counts = street.Edges.Source.Counters.Population;
        Assert.InRange(counts.Dropped, street.Now.Drops, street.Now.Drops + street.Now.HandshakeFailures);
        Assert.Equal(street.Now.Drops, street.At(street.SourceAddress).Drops);
    }

    [Fact]
    public async Task A_refused_handshake_is_tried_again_ever_later()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 3600, o => o with
        {
            Clients = 1,
            BackoffBase = TimeSpan.FromHours(1),
            BackoffCap = TimeSpan.FromHours(500),
        });
        street.Edges.Source.Dials.RefuseHandshakes = 100;
        await street.UntilAsync(TimeSpan.FromMinutes(10), () => street.Now.HandshakeFailures == 6);

        // Five waits, each up to double the one before: 62 h at most. Without doubling, 5 h and what the sockets take.
        Assert.InRange((street.Clock.GetUtcNow() - street.Clock.Start).TotalHours, 12, 70);
        street.Edges.Source.Dials.RefuseHandshakes = 0;
        await street.UntilAsync(TimeSpan.FromMinutes(10), () => street.Now.Connected == 1);
        Assert.Equal(0, street.Now.Drops);
    }

    [Fact]
    public async Task A_dead_edge_fails_its_clients_until_the_name_leads_elsewhere()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o);
        await street.UntilConnectedAsync(20);
        street.Edges.Source.Dials.Dead = true;
        street.Dns.Answer = street.TargetAddress;

        await street.UntilAsync(TimeSpan.FromSeconds(1), () => street.At(street.TargetAddress).Connected == 20);

        Assert.Equal(20, street.Now.Drops);
        Assert.Equal(0, street.At(street.SourceAddress).Connected);
    }

    [Fact]
    public async Task A_message_without_an_echo_in_time_ends_the_connection()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o with
        {
            MeanLifetime = TimeSpan.FromDays(100),
            MessageInterval = TimeSpan.FromHours(1),
            EchoTimeout = TimeSpan.FromHours(10),
        });
        await street.UntilConnectedAsync(20);
        await street.UntilAsync(TimeSpan.FromMinutes(10), () => street.Edges.Source.Counters.Population.Echoed >= 40);
        Assert.Equal(0, street.Now.Drops);

        street.Edges.Source.Dials.Stalled = true;

        await street.UntilAsync(TimeSpan.FromMinutes(30), () => street.Now is { Drops: 20, Connected: 0 });
    }

    [Fact]
    public async Task An_orderly_shutdown_of_the_edge_is_no_error()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o);
        await street.UntilConnectedAsync(20);

        street.Dns.Answer = street.TargetAddress;
        await street.Edges.Source.DisposeAsync();
        await street.UntilAsync(TimeSpan.FromSeconds(1), () => street.At(street.TargetAddress).Connected == 20);

        Assert.Equal(0, street.Now.Drops);
        Assert.Equal(20, street.Edges.Source.Counters.Population.Closed);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_asked_again()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o with { Clients = 2 }, nameExists: false);
        await street.UntilAsync(TimeSpan.FromSeconds(1), () => street.Now.LookupFailures >= 4);
        Assert.Equal(0, street.Now.Connected);

        street.Dns.Answer = street.TargetAddress;

        await street.UntilConnectedAsync(2);
    }

    [Fact]
    public async Task Disposal_ends_every_connection_and_every_question()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 0, o => o with { MeanLifetime = TimeSpan.FromSeconds(1) });
        await street.UntilAsync(TimeSpan.FromMilliseconds(100), () => street.Now.Connected >= 5);

        await street.Population.DisposeAsync();

        await Edges.Eventually.TrueAsync(() => street.Edges.Source.Counters.Total.Open == 0);
        var (asked, tried) = (street.Dns.Questions, street.Edges.Source.Counters.Total.Tried);
        street.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((asked, tried), (street.Dns.Questions, street.Edges.Source.Counters.Total.Tried));
    }

    [Theory]
    [InlineData(20_001, 1)]
    [InlineData(1, 0)]
    public async Task Senseless_numbers_of_clients_are_refused(int clients, int perResolver)
    {
        await using var dns = new LoopbackNameServer(null, 1);
        var options = new PopulationOptions(dns.Address, 1) { Clients = clients, ClientsPerResolver = perResolver };

        Assert.Throws<ArgumentOutOfRangeException>(() => ClientPopulation.Start(options, TimeProvider.System, new Random(1)));
    }
}
