namespace Cutover.Lab.Tests.Population;

public sealed class ShareTests
{
    [Fact]
    public async Task Everyone_connects_to_the_address_that_the_name_server_gave()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o);
        await street.UntilConnectedAsync(20);

        Assert.Equal(1, street.Now.Share(street.SourceAddress));
        Assert.Equal(20, street.Edges.Source.Counters.Population.Open);
        Assert.Equal(0, street.Edges.Source.Counters.Probes.Tried);
        Assert.Equal((20, 20), (street.At(street.SourceAddress).LastAnswers, street.At(street.SourceAddress).Handshakes));
    }

    [Fact]
    public async Task The_first_connections_are_spread_over_the_ramp()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o with { Ramp = TimeSpan.FromSeconds(100) });
        street.Clock.Advance(TimeSpan.FromSeconds(50));

        await Edges.Eventually.TrueAsync(() => street.Now.Connected == 11); // At 0, 5, 10 … 50 s.

        Assert.Equal(9, street.Now.Resting);
    }

    [Fact]
    public async Task The_share_moves_only_as_lifetimes_end()
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 10, o => o with { MeanLifetime = TimeSpan.FromHours(12) });
        await street.UntilConnectedAsync(20);
        street.Dns.Answer = street.TargetAddress;
        var asked = street.Dns.Questions;

        street.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal((1, asked), (street.Now.Share(street.SourceAddress), street.Dns.Questions));

        await street.UntilAsync(TimeSpan.FromMinutes(10), () => street.Now.Share(street.TargetAddress) >= 0.5);
        Assert.NotEqual(0, street.At(street.SourceAddress).Connected);

        await street.UntilAsync(TimeSpan.FromMinutes(10), () => street.At(street.TargetAddress).Connected == 20);
        Assert.Equal(20, street.At(street.TargetAddress).LastAnswers);
        Assert.Equal((0, 0), (street.Now.Drops, street.Now.HandshakeFailures));
        Assert.Equal((0, 0), (street.Edges.Source.Counters.Total.Lost, street.Edges.Source.Counters.Total.Dropped));
    }
}
