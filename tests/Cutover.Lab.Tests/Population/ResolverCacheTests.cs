namespace Cutover.Lab.Tests.Population;

public sealed class ResolverCacheTests
{
    [Fact]
    public async Task An_answer_is_held_for_its_TTL_through_many_connections_and_no_longer()
    {
        await using var street = await LabStreet.StartAsync(
            timeToLive: 3600, o => o with { Clients = 1, MeanLifetime = TimeSpan.FromSeconds(1) });
        await street.UntilAsync(TimeSpan.FromMilliseconds(500), () => street.Now.ByAddress.Values.Sum(a => a.Handshakes) >= 10);
        Assert.True(street.Clock.GetUtcNow() - street.Clock.Start < TimeSpan.FromHours(1));
        Assert.Equal(1, street.Dns.Questions);

        street.Clock.Advance(TimeSpan.FromHours(1));
        await street.UntilAsync(TimeSpan.FromMilliseconds(500), () => street.Dns.Questions == 2);
        Assert.Equal(2, street.Now.Lookups);
    }

    [Fact]
    public async Task A_TTL_of_zero_is_not_held_at_all()
    {
        await using var street = await LabStreet.StartAsync(
            timeToLive: 0, o => o with { Clients = 1, MeanLifetime = TimeSpan.FromSeconds(1) });

        await street.UntilAsync(TimeSpan.FromMilliseconds(500), () => street.Now.ByAddress.Values.Sum(a => a.Handshakes) >= 5);

        Assert.InRange(street.Dns.Questions, 5, 7);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(8, 3)]
    public async Task Clients_behind_one_resolver_share_its_cache(int clientsPerResolver, int questions)
    {
        await using var street = await LabStreet.StartAsync(timeToLive: 3600, o => o with { ClientsPerResolver = clientsPerResolver });

        await street.UntilConnectedAsync(20);

        Assert.Equal(questions, street.Dns.Questions);
    }
}
