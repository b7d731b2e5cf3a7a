using Cutover.Core.StackStatistics;
using Cutover.Engine.StackStatistics;

namespace Cutover.Engine.Tests.StackStatistics;

public sealed class EnvoyReaderTests
{
    [Fact]
    public async Task Only_what_is_read_is_asked_for()
    {
        await using var envoy = await RecordedEnvoy.StartAsync();
        await ReadAsync(Reader(envoy));

        var stats = Uri.UnescapeDataString(envoy.Asked.First(asked => asked.StartsWith("/stats", StringComparison.Ordinal)));
        Assert.StartsWith(@"/stats?format=json&filter=^http\.ingress_wss\.downstream_(cx_total|", stats, StringComparison.Ordinal);
        Assert.Contains("/clusters?format=json", envoy.Asked);
    }

    [Fact]
    public async Task An_Envoy_that_drains_says_so()
    {
        await using var envoy = await RecordedEnvoy.StartAsync();
        envoy.Ready = "DRAINING";

        Assert.Equal("DRAINING", (await ReadAsync(Reader(envoy))).OutOfService);
    }

    [Fact]
    public async Task A_hot_restart_between_two_requests_does_not_mix_two_epochs()
    {
        await using var envoy = await RecordedEnvoy.StartAsync();
        var reader = Reader(envoy);
        Assert.Equal(("epoch 0", 10L), Told(await ReadAsync(reader)));

        // The next epoch takes over after the old one's counters were read.
        envoy.Before = path => (envoy.Epoch, envoy.Upgrades) = path == "/clusters" ? (1, 2) : (envoy.Epoch, envoy.Upgrades);
        Assert.Equal(("epoch 1", 2L), Told(await ReadAsync(reader)));
    }

    private static (string?, long) Told(InstanceSample sample) => (sample.Process, sample.Counters.Upgrades);

    private static IStatisticsReader Reader(RecordedEnvoy envoy) => StatisticsReaders.For(envoy.Endpoint, TimeProvider.System);

    private static Task<InstanceSample> ReadAsync(IStatisticsReader reader) => reader.ReadAsync(TestContext.Current.CancellationToken);
}
