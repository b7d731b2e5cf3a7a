using Amazon.Runtime;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Route53;

public sealed class LimitTests
{
    [Fact]
    public async Task Five_requests_a_second_are_served_and_the_sixth_is_throttled()
    {
        await using var world = await Route53World.StartAsync(options => options with { RequestsPerSecond = 5 });
        for (var request = 0; request < 5; request++)
        {
            (await world.ListAsync()).ExpectOk();
        }

        (await world.ListAsync()).ExpectError(400, "Throttling", "Rate exceeded");
        world.Time.Advance(TimeSpan.FromMilliseconds(200));
        (await world.ListAsync()).ExpectOk();
        (await world.ListAsync()).ExpectError(400, "Throttling");
    }

    [Fact]
    public async Task A_zone_that_processes_a_batch_refuses_the_next_one_for_a_moment()
    {
        await using var world = await Route53World.StartAsync(options => options with { ProcessingWindow = TimeSpan.FromMilliseconds(50) });
        (await world.ChangeAsync(Change("UPSERT", Weighted("a", "1")))).ExpectOk();
        (await world.ChangeAsync(Change("UPSERT", Weighted("a", "2")))).ExpectError(400, "PriorRequestNotComplete");
        world.Time.Advance(TimeSpan.FromMilliseconds(50));
        (await world.ChangeAsync(Change("UPSERT", Weighted("a", "2")))).ExpectOk();
    }

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_key_are_refused_with_403()
    {
        await using var forged = await Route53World.StartAsync(credentials: new BasicAWSCredentials("AKIALAB", "guess"));
        (await forged.ListAsync()).ExpectError(403, "SignatureDoesNotMatch");
        await using var stranger = await Route53World.StartAsync(credentials: new BasicAWSCredentials("AKIAOTHER", "guess"));
        (await stranger.ListAsync()).ExpectError(403, "InvalidClientTokenId");
    }

    [Fact]
    public async Task A_request_signed_long_ago_has_expired()
    {
        await using var world = await Route53World.StartAsync();
        world.Time.Advance(TimeSpan.FromMinutes(6));
        (await world.ListAsync()).ExpectError(403, "SignatureDoesNotMatch", "Signature expired: ");
    }

    [Fact]
    public async Task Requests_that_were_refused_unsigned_cost_nothing()
    {
        await using var world = await Route53World.StartAsync(options => options with { RequestsPerSecond = 1 });
        using var client = new HttpClient { BaseAddress = world.Emulator.Endpoint };
        using var response = await client.GetAsync(
            new Uri("/2013-04-01/hostedzone", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains(
            "<Code>MissingAuthenticationToken</Code>",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        (await world.ListAsync()).ExpectOk();
    }
}
