using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Tests.Aws.Wire;
using Cutover.Engine.Tests.Probes;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Engine.Tests.Dns.Observation;

public sealed class AnswerSamplerTests : IAsyncLifetime
{
    private AnswerBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await AnswerBench.StartAsync(servers: 4);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 10)]
    [InlineData(10, 50)]
    [InlineData(50, 100)]
    [InlineData(50, 0)]
    public async Task Name_servers_that_give_the_asked_share_match_and_those_with_the_old_one_differ(int before, int asked)
    {
        var matching = await ObserveAsync(served: asked, before, asked);
        Assert.True(matching.Verdict is AnswerVerdict.Matches, matching.Verdict.Words);
        Assert.Equal(matching.Plan.Samples, matching.Sample.Total.Answered);

        var differing = await ObserveAsync(served: before, before, asked);
        Assert.IsType<AnswerVerdict.Differs>(differing.Verdict);
        Assert.Contains("from before the change would fit", differing.Verdict.Words, StringComparison.Ordinal);
        Assert.Equal([7000, 7001], _bench.Logger.Lines.Select(line => line.EventId));
    }

    [Fact]
    public async Task Every_name_server_is_asked_in_its_turn()
    {
        var sample = await _bench.SampleAsync(_bench.Serve(1, 1), samples: 40);
        Assert.Equal(_bench.NameServers, sample.Servers.Select(server => server.Server));
        Assert.All(sample.Servers, server => Assert.Equal((10, 0), (server.Counts.Answered, server.Counts.Failed)));
        Assert.All(_bench.Servers, server => Assert.Equal(10, server.Queries));
    }

    [Theory]
    [InlineData("AAAA", "2001:DB8:0::1", "2001:db8::2")]
    [InlineData("CNAME", "old.example.org", "New.example.org.")]
    public async Task Answers_are_known_by_their_values_whatever_their_spelling(string type, string source, string target)
    {
        var sample = await _bench.SampleAsync(_bench.Serve(type, 1, 1, source, target), samples: 100);
        Assert.Equal((100, 0), (sample.Total.Source + sample.Total.Target, sample.Total.Unknown));
        Assert.InRange(sample.Total.Target, 20, 80);
    }

    [Fact]
    public async Task An_answer_too_big_for_udp_is_counted_from_tcp()
    {
        string[] many = [.. Enumerable.Range(0, 400).Select(index => $"10.0.{index / 256}.{index % 256}")];
        _bench.Zone.Seed(ZoneRecordSet.Weighted(AnswerBench.Name, "A", "haproxy", 1, 60, many));
        var pair = AnswerBench.Pair("A", AnswerBench.Plain("haproxy", [.. many]), AnswerBench.Plain("envoy", "192.0.2.2"));
        Assert.Equal(new(8, 0, 0, 0), (await _bench.SampleAsync(pair, samples: 8)).Total);
    }

    [Fact]
    public async Task An_address_that_a_load_balancer_has_for_a_moment_is_learned_while_sampling()
    {
        // The answers' address is given to the second look-up only. When the third comes, the second's answer has been read.
        await using var resolver = UnauthoritativeServer.Start("198.51.100.1", "198.51.100.2", "198.51.100.3");
        _bench.Balancers.Seed(ZoneRecordSet.Simple("new.elb.test", "A", 60, "198.51.100.2"));
        var (pair, time) = (_bench.ServeAliases(0, 1), new WatchedTime());
        pair = pair with { Source = new("HAProxy", AnswerBench.Plain("haproxy", "192.0.2.1")) };
        var options = new ObservationOptions
        {
            QueriesPerSecond = 10,
            QueryTimeout = TimeSpan.FromMinutes(1),
            AliasResolvers = [resolver.EndPoint],
        };
        var sampling = _bench.Sampler(options, time).SampleAsync(pair, _bench.NameServers, 25, TestContext.Current.CancellationToken);
        for (var query = 1; query <= 25; query++)
        {
            time.Advance(await time.NextWaitAsync(atMost: TimeSpan.FromMilliseconds(200)));
            if (query == 22)
            {
                await resolver.AskedAsync(3).Guarded();
            }
        }

        Assert.Equal(new(0, 25, 0, 0), (await sampling.Guarded()).Total);
    }

    [Fact]
    public async Task All_addresses_of_load_balancers_are_known()
    {
        // Each look-up shows one of the two addresses of either; only many together show all.
        foreach (var (balancer, net) in new[] { ("old", "192.0.2"), ("new", "198.51.100") })
        {
            _bench.Balancers.Seed(
                ZoneRecordSet.Weighted($"{balancer}.elb.test", "A", "a", 1, 60, $"{net}.1"),
                ZoneRecordSet.Weighted($"{balancer}.elb.test", "A", "b", 1, 60, $"{net}.2"));
        }

        var resolvers = Enumerable.Repeat(_bench.NameServers[0], 40).ToArray();
        var options = new ObservationOptions { QueriesPerSecond = 10_000, AliasResolvers = resolvers };
        var sample = await _bench.SampleAsync(_bench.ServeAliases(1, 3), samples: 400, options);
        Assert.Null(sample.Indistinct);
        Assert.Equal((400, 0), (sample.Total.Source + sample.Total.Target, sample.Total.Unknown));
        Assert.InRange(sample.Total.Target, 240, 360);
    }

    [Fact]
    public async Task Load_balancers_that_nobody_can_look_up_are_not_sampled()
    {
        var sample = await _bench.SampleAsync(
            _bench.ServeAliases(1, 3), 10, new ObservationOptions { AliasResolvers = [_bench.NameServers[0]] });
        Assert.Contains("no address of old.elb.test.", sample.Indistinct, StringComparison.Ordinal);
        Assert.Equal(0, sample.Total.Sent);
    }

    [Fact]
    public async Task Stacks_with_the_same_values_are_not_sampled()
    {
        var pair = _bench.Serve("A", 1, 1, "192.0.2.1", "192.0.2.1");
        var observed = await _bench.ObserveAsync(pair, new(1, 0), new(1, 1));
        Assert.Equal(UnseenReason.Indistinct, Assert.IsType<AnswerVerdict.Unseen>(observed.Verdict).Reason);
        Assert.All(_bench.Servers, server => Assert.Equal(0, server.Queries));
    }

    [Fact]
    public async Task A_record_that_is_gone_and_a_foreign_value_are_answers_of_neither_stack()
    {
        var pair = _bench.Serve(1, 1);
        _bench.Zone.Seed(ZoneRecordSet.Weighted(AnswerBench.Name, "A", "third", 200, 60, "203.0.113.9"));
        var foreign = await _bench.ObserveAsync(pair, new(1, 0), new(1, 1));
        Assert.Equal(AnswerDifference.Values, Assert.IsType<AnswerVerdict.Differs>(foreign.Verdict).Difference);
        Assert.Equal(["203.0.113.9"], foreign.Sample.Strangers);

        var gone = await _bench.SampleAsync(pair with { Record = pair.Record with { Name = "gone.lab.example." } }, samples: 4);
        Assert.Equal(new(0, 0, 4, 0), gone.Total);
        Assert.Equal(["no record"], gone.Strangers);
    }

    [Fact]
    public async Task No_query_is_sent_before_its_place_in_the_rhythm()
    {
        var time = new WatchedTime();
        var options = new ObservationOptions { QueriesPerSecond = 10, QueryTimeout = TimeSpan.FromMinutes(1) };
        var begun = time.GetUtcNow();
        var sampling = _bench.Sampler(options, time)
            .SampleAsync(_bench.Serve(1, 1), _bench.NameServers, 30, TestContext.Current.CancellationToken);
        for (var query = 1; query <= 30; query++)
        {
            time.Advance(await time.NextWaitAsync(atMost: TimeSpan.FromMilliseconds(200)));
            Assert.InRange((time.GetUtcNow() - begun).TotalSeconds, query / 10.0 - 1e-9, (query + 0.5) / 10 + 0.01);
        }

        Assert.Equal(30, (await sampling.Guarded()).Total.Answered);
    }

    [Fact]
    public async Task Cancelling_ends_a_sample_without_a_result()
    {
        using var cancellation = new CancellationTokenSource();
        using var silent = AnswerBench.Silence(out var endpoint);
        var sampling = _bench.Sampler().SampleAsync(_bench.Serve(1, 1), [endpoint], 100, cancellation.Token);
        await silent.ReceiveAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sampling.Guarded());
    }

    private async Task<AnswerObservation> ObserveAsync(int served, int before, int asked) => await _bench.ObserveAsync(
        _bench.Serve(100 - served, served), new PairWeights(100 - before, before), new PairWeights(100 - asked, asked));
}
