using Cutover.Core.Dns.Answers;
using Cutover.Engine.Dns.Observation;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Engine.Tests.Dns.Observation;

public sealed class ResolverPanelTests : IAsyncLifetime
{
    private AnswerBench _bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await AnswerBench.StartAsync(servers: 2);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_round_shows_who_still_names_the_old_stack_and_for_how_long()
    {
        // The second resolver keeps an answer from before the change.
        await using var stale = await AnswerBench.StartAsync();
        stale.Serve(100, 0);
        using var silent = AnswerBench.Silence(out var endpoint);
        var options = new ObservationOptions { QueryTimeout = TimeSpan.FromSeconds(2) };
        var panel = new ResolverPanel(
            _bench.Serve(0, 100), [.. _bench.NameServers, stale.NameServers[0], endpoint], options, TimeProvider.System);
        var round = await panel.AskAsync(Cancellation);
        Assert.Equal(
            [AnsweredStack.Target, AnsweredStack.Target, AnsweredStack.Source, AnsweredStack.Failed],
            round.Answers.Select(answer => answer.Stack));
        Assert.Equal(new(1, 2, 0, 1), round.Counts);
        Assert.Equal(1 / 3.0, round.ShareOf(AnsweredStack.Source));
        Assert.Equal(TimeSpan.FromSeconds(60), round.LongestLeft(AnsweredStack.Source));
        Assert.Equal(("192.0.2.1", "timed out after 2 s"), (Assert.Single(round.Answers[2].Values), round.Answers[3].Failure));
        Assert.All(_bench.Servers, server => Assert.Equal(1, server.Queries));
    }

    [Fact]
    public async Task A_cache_s_answer_counts_with_the_time_it_has_left()
    {
        await using var cache = UnauthoritativeServer.Start("192.0.2.2");
        var panel = new ResolverPanel(_bench.Serve(1, 1), [cache.EndPoint], AnswerBench.Fast, TimeProvider.System);
        var round = await panel.AskAsync(Cancellation);
        Assert.Equal(AnsweredStack.Target, Assert.Single(round.Answers).Stack);
        Assert.False(cache.SawNoRecursionDesired);
    }

    [Fact]
    public async Task Addresses_of_a_load_balancer_seen_in_an_earlier_round_are_known_in_later_ones()
    {
        _bench.Balancers.Seed(
            ZoneRecordSet.Simple("old.elb.test", "A", 60, "192.0.2.1"), ZoneRecordSet.Simple("new.elb.test", "A", 60, "192.0.2.2"));
        var pair = _bench.ServeAliases(0, 1);
        await using var late = await AnswerBench.StartAsync();
        late.Serve("A", 1, 0, "192.0.2.2", "192.0.2.9");
        var options = new ObservationOptions { AliasResolvers = [_bench.NameServers[0]] };
        var panel = new ResolverPanel(pair, late.NameServers, options, TimeProvider.System);
        Assert.Equal(AnsweredStack.Target, Assert.Single((await panel.AskAsync(Cancellation)).Answers).Stack);

        _bench.Balancers.Seed(ZoneRecordSet.Simple("new.elb.test", "A", 60, "192.0.2.3"));
        Assert.Equal(AnsweredStack.Target, Assert.Single((await panel.AskAsync(Cancellation)).Answers).Stack);
    }
}
