using System.Net.WebSockets;

namespace Cutover.Lab.Tests.Edges;

public sealed class CountersTests
{
    [Fact]
    public async Task Probes_are_counted_apart_from_the_population()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var user = await EdgeClient.ConnectedAsync(edge, "Mozilla/5.0 (cutover-probe)");
        using var probe = await EdgeClient.ConnectedAsync(edge, "cutover-probe/1.0");
        using var another = await EdgeClient.ConnectedAsync(edge, "Cutover-Probe");

        Assert.Equal((1, 1), (edge.Counters.Population.Open, edge.Counters.Population.Tried));
        Assert.Equal((2, 2), (edge.Counters.Probes.Open, edge.Counters.Probes.Tried));
        Assert.Equal((3, 3), (edge.Counters.Total.Open, edge.Counters.Total.Accepted));
    }

    [Fact]
    public async Task An_end_with_a_close_frame_and_one_without_are_told_apart()
    {
        await using var edge = TestEdge.Start(TimeProvider.System);
        using var polite = await EdgeClient.ConnectedAsync(edge);
        var rude = await EdgeClient.ConnectedAsync(edge);

        await polite.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        rude.Abort();

        await Eventually.TrueAsync(() => edge.Counters.Total is { Closed: 1, Lost: 1, Dropped: 0, Open: 0, Accepted: 2 });
    }
}
