using System.Net;
using System.Net.Sockets;
using Cutover.Core.Dns.Answers;
using Cutover.Engine.Dns.Observation;

namespace Cutover.Engine.Tests.Dns.Observation;

public sealed class SilentServerTests : IAsyncLifetime
{
    private static readonly ObservationOptions Impatient =
        new() { QueriesPerSecond = 10_000, QueryTimeout = TimeSpan.FromSeconds(2), MaxConcurrentQueries = 6 };

    private AnswerBench _bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await AnswerBench.StartAsync(servers: 3);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_name_server_that_does_not_answer_is_named_and_the_others_make_up_for_it()
    {
        using var silent = AnswerBench.Silence(out var endpoint);
        var sample = await _bench.Sampler(Impatient).SampleAsync(_bench.Serve(1, 1), [endpoint, .. _bench.NameServers], 120, Cancellation);
        Assert.Equal(120, sample.Total.Answered);
        Assert.True(sample.Servers[0].IsSilent);
        Assert.Equal("timed out after 2 s", sample.Servers[0].Failure);
        Assert.InRange(sample.Total.Failed, 3, 3 + Impatient.MaxConcurrentQueries);
        Assert.StartsWith(
            $"Name server {endpoint} does not answer for wss.lab.example A: timed out",
            Assert.Single(_bench.Logger.Lines, line => line.EventId == 7002).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_name_server_answers_the_sample_ends_early()
    {
        using var silent = AnswerBench.Silence(out var endpoint);
        var sample = await _bench.Sampler(Impatient).SampleAsync(_bench.Serve(1, 1), [endpoint], 1_000, Cancellation);
        Assert.Equal(0, sample.Total.Answered);
        Assert.InRange(sample.Total.Failed, 3, 3 + Impatient.MaxConcurrentQueries);
    }

    [Fact]
    public async Task Failed_queries_are_made_up_for_only_so_often()
    {
        var refused = _bench.Serve(1, 1) is var pair ? pair with { Record = pair.Record with { Name = "wss.example.org." } } : null!;
        var options = new ObservationOptions { QueriesPerSecond = 10_000, SilentAfter = 1_000, ExtraQueries = 0.25 };
        var sample = await _bench.SampleAsync(refused, 40, options);
        Assert.Equal(new(0, 0, 0, 50), sample.Total);
        Assert.All(sample.Servers, server => Assert.Equal("answered Refused", server.Failure));
    }

    [Fact]
    public async Task Name_servers_are_looked_up_by_host_name()
    {
        Task<IPAddress[]> Lookup(string host, CancellationToken cancellation) => host == "ns-1.test"
            ? Task.FromResult(new[] { IPAddress.IPv6Loopback, IPAddress.Loopback })
            : throw new SocketException((int)SocketError.HostNotFound);
        var port = _bench.Servers[0].EndPoint.Port;
        var sample = await _bench.Sampler(lookup: Lookup)
            .SampleAsync(_bench.Serve(1, 1), [$"ns-1.test:{port}", "ns-2.test"], 10, Cancellation);
        Assert.Equal(10, sample.Servers[0].Counts.Answered);
        Assert.True(sample.Servers[1].IsSilent);
        Assert.StartsWith("ns-2.test could not be looked up", sample.Servers[1].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_options_can_name_other_name_servers_than_the_zone_s_own()
    {
        var options = new ObservationOptions { QueriesPerSecond = 10_000, NameServers = [_bench.NameServers[1]] };
        await _bench.Sampler(options).SampleAsync(_bench.Serve(1, 1), ["ns-1.test"], 10, Cancellation);
        Assert.Equal([0, 10, 0], _bench.Servers.Select(server => server.Queries));
    }

    [Fact]
    public async Task An_answer_out_of_a_cache_on_the_way_does_not_count()
    {
        await using var cache = UnauthoritativeServer.Start("192.0.2.2");
        var sample = await _bench.Sampler().SampleAsync(_bench.Serve(1, 1), [cache.EndPoint], 4, Cancellation);
        Assert.Equal(0, sample.Total.Answered);
        Assert.Contains("not authoritative", sample.Servers[0].Failure, StringComparison.Ordinal);
        Assert.True(cache.SawNoRecursionDesired);
    }

    [Fact]
    public async Task Without_a_name_server_the_answers_are_unseen()
    {
        var observed = await _bench.Sampler().ObserveAsync(_bench.Serve(1, 1), new(1, 0), new(1, 1), [], Cancellation);
        Assert.StartsWith(
            "wss.lab.example A: there is no name server to ask",
            Assert.IsType<AnswerVerdict.Unseen>(observed.Verdict).Words,
            StringComparison.Ordinal);
    }
}
