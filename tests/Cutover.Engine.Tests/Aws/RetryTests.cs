using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class RetryTests
{
    private static readonly ScriptedAnswer Page = new(200, Route53Xml.RecordSets(""));

    [Fact]
    public async Task Whatever_can_pass_by_itself_is_tried_again_and_signed_anew()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(
            ScriptedAnswer.Throttling,
            ScriptedAnswer.Error(503, "ServiceUnavailable"),
            ScriptedAnswer.Error(400, "PriorRequestNotComplete"),
            Page);

        var outcome = await wire.PassWaitsAsync(ListAsync(wire));

        Assert.True(outcome.TryGet(out _, out _));
        Assert.Equal(4, wire.Server.Requests.Count);
        Assert.Equal(4, wire.Server.Requests.Select(request => request.Headers["X-Amz-Date"].ToString()).Distinct().Count());
        Assert.All(wire.Server.Requests, request => SignatureCheck.AssertSigned(request, "us-east-1", "route53"));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again_where_nothing_was_written()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Abort, Page);

        var call = ListAsync(wire);
        await wire.PassNextWaitAsync();

        Assert.True((await call).TryGet(out _, out _));
    }

    [Fact]
    public async Task Attempts_are_bounded_and_the_last_failure_is_the_outcome()
    {
        await using var wire = await AwsWire.StartAsync(options => options with { Normal = options.Normal with { Attempts = 3 } });
        wire.Server.Then(ScriptedAnswer.Throttling, ScriptedAnswer.Throttling, ScriptedAnswer.Error(503, "ServiceUnavailable"));

        var outcome = await wire.PassWaitsAsync(ListAsync(wire));

        Assert.Equal("ServiceUnavailable", outcome.Failure().Code);
        Assert.Equal(3, wire.Server.Requests.Count);
    }

    [Fact]
    public async Task Total_time_is_bounded_and_the_last_failure_is_the_outcome()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Throttling);

        var call = ListAsync(wire);
        await wire.Time.NextWaitAsync(wire.Options.Normal.MaxDelay);
        // Both timers are due at once here; whichever is first, no call outlives its time.
        wire.Server.Then(ScriptedAnswer.Silence);
        wire.Time.Advance(wire.Options.Normal.TotalTime);

        Assert.True((await call).Failure().Retriable);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_the_attempt_s_time()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Silence, Page);

        var call = ListAsync(wire);
        await wire.Server.NextRequestAsync();
        wire.Time.Advance(wire.Options.Normal.AttemptTimeout);
        await wire.PassNextWaitAsync();

        Assert.True((await call).TryGet(out _, out _));
    }

    [Fact]
    public async Task What_cannot_succeed_is_not_tried_again()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Error(403, "AccessDenied"));

        Assert.Equal(AwsFailureKind.Denied, (await ListAsync(wire)).Failure().Kind);
        Assert.Single(wire.Server.Requests);
    }

    [Fact]
    public async Task An_urgent_call_waits_less_and_tries_more_often()
    {
        await using var wire = await AwsWire.StartAsync();
        var urgent = wire.Options.Urgent;
        wire.Server.Then([.. Enumerable.Repeat(ScriptedAnswer.Throttling, urgent.Attempts - 1), Page]);

        var outcome = await wire.PassWaitsAsync(ListAsync(wire, CallPriority.Urgent));

        Assert.True(outcome.TryGet(out _, out _));
        Assert.True(urgent.Attempts > wire.Options.Normal.Attempts && urgent.MaxDelay < wire.Options.Normal.MaxDelay);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once_as_cancelled()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Silence);
        using var leave = new CancellationTokenSource();

        var call = wire.Route53.ListRecordSetsAsync("Z1", null, CallPriority.Normal, leave.Token);
        await wire.Server.NextRequestAsync();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Every_try_takes_a_token_of_the_budget()
    {
        await using var wire = await AwsWire.StartAsync(options => options with
        {
            Route53RequestsPerSecond = 1,
            Normal = options.Normal with { BaseDelay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromMilliseconds(200) },
        });
        wire.Server.Then(ScriptedAnswer.Throttling, Page);

        var call = ListAsync(wire);
        await wire.PassNextWaitAsync();
        var forToken = await wire.Time.NextWaitAsync(TimeSpan.FromSeconds(2));
        Assert.Single(wire.Server.Requests);
        wire.Time.Advance(forToken);

        Assert.True((await call).TryGet(out _, out _));
        Assert.InRange(forToken, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task A_call_that_gets_no_token_in_its_time_fails_without_having_been_sent()
    {
        await using var wire = await AwsWire.StartAsync(options => options with
        {
            Route53RequestsPerSecond = 1,
            Normal = options.Normal with { TotalTime = TimeSpan.FromMilliseconds(500) },
        });
        wire.Server.Then(Page);
        await ListAsync(wire);

        var call = ListAsync(wire);
        wire.Time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Equal((AwsFailureKind.Throttled, "RequestBudget"), ((await call).Failure().Kind, (await call).Failure().Code));
        Assert.Single(wire.Server.Requests);
    }

    private static Task<AwsOutcome<RecordSetPage>> ListAsync(AwsWire wire, CallPriority priority = CallPriority.Normal) =>
        wire.Route53.ListRecordSetsAsync("Z1", null, priority, TestContext.Current.CancellationToken);
}
