using Cutover.Core.Runs;
using Cutover.Lab.Route53;

namespace Cutover.Engine.Tests.Dns;

public sealed class WriteFaultTests
{
    public static TheoryData<string> PassingFaults { get; } =
        ["closed before acting", "throttled 3 times", "prior request not complete 3 times", "500 twice", "503 twice", "nothing at all"];

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recognised_as_its_own_and_gets_into_force()
    {
        await using var bench = await PairBench.StartAsync();
        bench.Route53.Faults.LoseResponse.Next(1);

        var accepted = Assert.IsType<ChangeAcceptedEvent>(await bench.ApplyAsync());

        Assert.Null(accepted.Replaced);
        Assert.Equal("50/50", Assert.Single(bench.Accepted.Distinct()));
        await AssertInSyncAsync(bench, accepted.ChangeId);
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_fault_that_passes_ends_with_one_change_in_force(string fault)
    {
        await using var bench = await PairBench.StartAsync();
        Turn(bench.Route53.Faults, fault);

        var accepted = Assert.IsType<ChangeAcceptedEvent>(await bench.ApplyAsync());

        Assert.Equal("50/50", Assert.Single(bench.Accepted));
        await AssertInSyncAsync(bench, accepted.ChangeId);
    }

    [Fact]
    public async Task An_outage_is_a_passing_failure_and_changes_nothing()
    {
        await using var bench = await PairBench.StartAsync();
        bench.Route53.Faults.ServiceUnavailable.Next(100);

        var failed = Assert.IsType<ChangeFailedEvent>(await bench.ApplyAsync());

        Assert.Equal(ChangeFailure.Passing, failed.Failure);
        Assert.Contains("ServiceUnavailable", failed.Why, StringComparison.Ordinal);
        Assert.Equal("100/0", bench.Weights);
    }

    [Fact]
    public async Task A_zone_that_cannot_be_read_is_not_written()
    {
        await using var bench = await PairBench.StartAsync();
        bench.Route53.Faults.OnlyFor = Route53Operation.ListResourceRecordSets;
        bench.Route53.Faults.InternalFailure.Next(100);

        var failed = Assert.IsType<ChangeFailedEvent>(await bench.ApplyAsync());

        Assert.Equal(ChangeFailure.Passing, failed.Failure);
        Assert.Equal(0, bench.Route53.Requests.Count(Route53Operation.ChangeResourceRecordSets));
    }

    [Fact]
    public async Task What_is_forbidden_is_a_lasting_failure_in_the_words_of_AWS()
    {
        await using var bench = await PairBench.StartAsync();
        bench.Route53.Faults.Denied = Route53Faults.Writes;

        var failed = Assert.IsType<ChangeFailedEvent>(await bench.ApplyAsync());

        Assert.Equal(ChangeFailure.Lasting, failed.Failure);
        Assert.StartsWith("AccessDenied: ", failed.Why, StringComparison.Ordinal);
        Assert.Equal("100/0", bench.Weights);
    }

    [Fact]
    public async Task Weights_that_are_there_already_are_asserted_again_under_a_change_id_of_their_own()
    {
        await using var bench = await PairBench.StartAsync();
        var first = Assert.IsType<ChangeAcceptedEvent>(await bench.ApplyAsync());

        var second = Assert.IsType<ChangeAcceptedEvent>(await bench.ApplyAsync());

        Assert.NotEqual(first.ChangeId, second.ChangeId);
        Assert.Null(second.Replaced);
        Assert.Equal("50/50", bench.Weights);
        await AssertInSyncAsync(bench, second.ChangeId);
    }

    [Fact]
    public async Task A_change_that_Route_53_does_not_know_is_told_from_one_that_could_not_be_asked_after()
    {
        await using var bench = await PairBench.StartAsync();

        var seen = await bench.Pairs.CheckAsync(new CheckChangeCommand(1, "C0UNKNOWN", Urgent: false), TestContext.Current.CancellationToken);

        Assert.StartsWith("NoSuchChange: ", Assert.IsType<ChangeUnknownEvent>(seen).Why, StringComparison.Ordinal);
    }

    private static void Turn(Route53Faults faults, string fault)
    {
        switch (fault)
        {
            case "closed before acting": faults.CloseBeforeActing.Next(1); break;
            case "throttled 3 times": faults.Throttle.Next(3); break;
            case "prior request not complete 3 times": faults.PriorRequestNotComplete.Next(3); break;
            case "500 twice": faults.InternalFailure.Next(2); break;
            case "503 twice": faults.ServiceUnavailable.Next(2); break;
        }
    }

    private static async Task AssertInSyncAsync(PairBench bench, string changeId)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        RunEvent seen;
        do
        {
            seen = await bench.Pairs.CheckAsync(new CheckChangeCommand(1, changeId, Urgent: false), patience.Token);
        }
        while (seen is ChangePendingEvent);
        Assert.IsType<ChangeInSyncEvent>(seen);
        Assert.Equal(50, bench.Zone.Authoritative.Find(PairBench.Name, "A", "envoy")?.Weight);
    }
}
