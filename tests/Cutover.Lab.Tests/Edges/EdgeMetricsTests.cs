using System.Threading.Channels;
using Cutover.Lab.Edges;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

public sealed class EdgeMetricsTests : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 2, TimeSpan.Zero));
    private readonly Channel<IReadOnlyList<EdgeDatum>> _published = Channel.CreateUnbounded<IReadOnlyList<EdgeDatum>>();
    private readonly Edge _edge;
    private readonly EdgeMetrics _metrics;
    private readonly EventIds<EdgeMetrics> _log = new();
    private volatile bool _failing;

    public EdgeMetricsTests()
    {
        _edge = TestEdge.Start(_clock);
        _metrics = EdgeMetrics.Start(_edge, Period, _clock, PublishAsync, _log);
    }

    [Fact]
    public async Task A_quiet_period_has_its_zeros_but_no_5XX_and_no_latency()
    {
        var data = await NextAsync();

        Assert.Equal(["DroppedConnections", "HandshakeErrors", "Handshakes", "OpenConnections"], data.Select(d => d.Name).Order());
        Assert.All(data, d => Assert.Equal(0, Assert.Single(d.Values)));
    }

    [Fact]
    public async Task Values_carry_the_start_of_their_period_aligned_to_the_clock()
    {
        var first = await NextAsync();
        var second = await NextAsync();

        Assert.All(first, d => Assert.Equal(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero), d.Timestamp));
        Assert.All(second, d => Assert.Equal(0, d.Timestamp.UtcTicks % Period.Ticks));
        Assert.True(second[0].Timestamp >= first[0].Timestamp + Period);
    }

    [Fact]
    public async Task Counts_are_of_one_period_and_open_connections_of_its_end()
    {
        var clients = await EdgeClient.ConnectedAsync(_edge, 3);
        _edge.Dials.RefuseHandshakes = 100;
        await RefusedAsync();
        await RefusedAsync();

        var busy = await NextAsync();
        var quiet = await NextAsync();

        Assert.Equal(
            (5, 2, 2, 3),
            (Value(busy, "Handshakes"), Value(busy, "HandshakeErrors"), Value(busy, "HTTPCode_5XX"), Value(busy, "OpenConnections")));
        Assert.Equal((0, 0, 3), (Value(quiet, "Handshakes"), Value(quiet, "HandshakeErrors"), Value(quiet, "OpenConnections")));
        Assert.DoesNotContain(quiet, d => d.Name == "HTTPCode_5XX");
        clients.DisposeAll();
    }

    [Fact]
    public async Task Every_handshake_has_its_latency_in_data_of_at_most_150_values()
    {
        var clients = await EdgeClient.ConnectedAsync(_edge, 160);

        var latencies = (await NextAsync()).Where(d => d.Name == "HandshakeLatency").ToList();

        Assert.Equal([150, 10], latencies.Select(d => d.Values.Length));
        Assert.All(latencies, d => Assert.Equal("Milliseconds", d.Unit));
        clients.DisposeAll();
    }

    [Fact]
    public async Task A_dead_edge_publishes_nothing_and_never_tells_what_its_death_cut()
    {
        using var client = await EdgeClient.ConnectedAsync(_edge);
        _edge.Dials.Dead = true;
        await Eventually.TrueAsync(() => _edge.Counters.Total.Dropped == 1);
        const int NothingPublished = 4006;
        await Eventually.TrueAsync(_clock, TimeSpan.FromSeconds(1), () => _log.Has(NothingPublished));
        Assert.Equal(0, _published.Reader.Count);
        _edge.Dials.Dead = false;

        var data = await NextAsync();

        Assert.Equal((0, 0, 0), (Value(data, "Handshakes"), Value(data, "DroppedConnections"), Value(data, "OpenConnections")));
    }

    [Fact]
    public async Task A_failed_publication_loses_its_own_period_only()
    {
        _failing = true;
        await NextAsync();
        _failing = false;
        using var client = await EdgeClient.ConnectedAsync(_edge);

        Assert.Equal(1, Value(await NextAsync(), "Handshakes"));
    }

    public async ValueTask DisposeAsync()
    {
        await _metrics.DisposeAsync();
        await _edge.DisposeAsync();
    }

    private static double Value(IReadOnlyList<EdgeDatum> data, string name) => Assert.Single(data, d => d.Name == name).Values[0];

    private async Task<IReadOnlyList<EdgeDatum>> NextAsync()
    {
        IReadOnlyList<EdgeDatum>? data = null;
        await Eventually.TrueAsync(_clock, TimeSpan.FromSeconds(1), () => _published.Reader.TryRead(out data));
        return data!;
    }

    private async Task PublishAsync(IReadOnlyList<EdgeDatum> data, CancellationToken cancellationToken)
    {
        var fails = _failing;
        await _published.Writer.WriteAsync(data, cancellationToken);
        if (fails)
        {
            throw new HttpRequestException("nobody listens");
        }
    }

    private async Task RefusedAsync()
    {
        using var client = await RawClient.ConnectedAsync(_edge);
        await client.SendAsync(RawClient.Upgrade);
        await client.ReadAsync();
    }
}
