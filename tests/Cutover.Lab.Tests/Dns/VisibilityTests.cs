using Cutover.Lab.Dns;
using Cutover.Lab.Tests.Route53;
using DnsClient;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Dns;

public sealed class VisibilityTests
{
    [Fact]
    public async Task A_change_made_over_the_api_is_answered_only_when_it_is_in_sync()
    {
        await using var world = await Route53World.StartAsync();
        await using var server = await LabDnsServer.StartAsync(
            new(), world.Emulator.Zones, new Random(1), TestContext.Current.CancellationToken);
        (await world.ChangeAsync(Change("CREATE", Weighted("envoy", "1", "192.0.2.7")))).ExpectOk();
        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, (await AskAsync(server)).Header.ResponseCode);
        world.Time.Advance(Route53World.InsyncDelay - TimeSpan.FromMilliseconds(1));
        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, (await AskAsync(server)).Header.ResponseCode);
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("192.0.2.7", Assert.Single((await AskAsync(server)).Answers.ARecords()).Address.ToString());
        Assert.Equal(3, server.Queries);
    }

    private static Task<IDnsQueryResponse> AskAsync(LabDnsServer server) =>
        new LookupClient(new LookupClientOptions(server.EndPoint)
        {
            UseCache = false,
            Retries = 0,
            Timeout = TimeSpan.FromSeconds(30),
            ThrowDnsErrors = false,
        })
            .QueryAsync("w.lab.example", QueryType.A, cancellationToken: TestContext.Current.CancellationToken);
}
