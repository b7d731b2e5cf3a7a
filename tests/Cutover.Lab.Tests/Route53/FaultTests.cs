using Cutover.Lab.Route53;
using static Cutover.Lab.Tests.Route53.ChangeXml;

namespace Cutover.Lab.Tests.Route53;

public sealed class FaultTests : IAsyncLifetime
{
    private Route53World _world = null!;

    private Route53Faults Faults => _world.Emulator.Faults;

    public async ValueTask InitializeAsync() => _world = await Route53World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_next_requests_can_be_throttled_or_all_of_them()
    {
        Faults.Throttle.Next(2);
        (await _world.ListAsync()).ExpectError(400, "Throttling", "Rate exceeded");
        (await _world.ListAsync()).ExpectError(400, "Throttling", "Rate exceeded");
        (await _world.ListAsync()).ExpectOk();
        Faults.ThrottleEverything = true;
        (await _world.ListAsync()).ExpectError(400, "Throttling");
    }

    [Fact]
    public async Task The_next_requests_can_meet_an_outage()
    {
        Faults.InternalFailure.Next(1);
        Faults.ServiceUnavailable.Next(1);
        (await UpsertAsync()).ExpectError(500, "InternalFailure");
        (await UpsertAsync()).ExpectError(503, "ServiceUnavailable");
        Assert.False(Changed);
    }

    [Fact]
    public async Task A_connection_closed_before_acting_leaves_the_zone_as_it_was()
    {
        Faults.CloseBeforeActing.Next(1);
        await Assert.ThrowsAsync<HttpRequestException>(UpsertAsync);
        Assert.False(Changed);
        Assert.Equal(0, Faults.CloseBeforeActing.Remaining);
    }

    [Fact]
    public async Task A_lost_response_hides_a_change_that_was_made()
    {
        Faults.LoseResponse.Next(1);
        await Assert.ThrowsAsync<HttpRequestException>(UpsertAsync);
        Assert.True(Changed);
    }

    [Fact]
    public async Task The_next_batches_can_be_told_that_a_prior_one_is_not_complete()
    {
        Faults.PriorRequestNotComplete.Next(1);
        (await _world.ListAsync()).ExpectOk();
        (await UpsertAsync()).ExpectError(400, "PriorRequestNotComplete");
        (await UpsertAsync()).ExpectOk();
    }

    [Fact]
    public async Task Writes_can_be_denied_while_reads_go_on()
    {
        Faults.Denied = Route53Faults.Writes;
        (await UpsertAsync()).ExpectError(403, "AccessDenied");
        (await _world.ListAsync()).ExpectOk();
        Assert.False(Changed);
    }

    [Fact]
    public async Task One_read_can_be_denied_while_the_others_go_on()
    {
        Faults.Denied = [Route53Operation.GetHealthCheckStatus];
        var refused = await _world.GetAsync("healthcheck/hc-1/status");
        refused.ExpectError(403, "AccessDenied");
        Assert.Contains("on resource: arn:aws:route53:::healthcheck/hc-1 ", refused.Value("Message"), StringComparison.Ordinal);
        (await _world.ListAsync()).ExpectOk();
    }

    [Fact]
    public async Task A_fault_can_be_confined_to_one_operation()
    {
        Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        Faults.Throttle.Next(1);
        (await _world.ListAsync()).ExpectOk();
        (await UpsertAsync()).ExpectError(400, "Throttling");
    }

    [Fact]
    public async Task Extra_latency_delays_the_answer_by_the_clock()
    {
        Faults.ExtraLatency = TimeSpan.FromSeconds(10);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _world.Time.Waiting += _ => waiting.TrySetResult();
        var answer = _world.ListAsync();
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(answer.IsCompleted);
        _world.Time.Advance(TimeSpan.FromSeconds(10));
        (await answer).ExpectOk();
    }

    [Fact]
    public async Task Every_request_is_on_the_log_with_its_moment_even_one_that_was_struck()
    {
        _world.Time.Advance(TimeSpan.FromSeconds(3));
        Faults.CloseBeforeActing.Next(1);
        await Assert.ThrowsAsync<HttpRequestException>(UpsertAsync);
        await _world.ListAsync("?maxitems=1");
        var requests = _world.Emulator.Requests.Requests;
        Assert.Equal(
            [Route53Operation.ChangeResourceRecordSets, Route53Operation.ListResourceRecordSets],
            requests.Select(request => request.Operation));
        Assert.All(requests, request => Assert.Equal(_world.Time.GetUtcNow(), request.At));
        Assert.Equal("/2013-04-01/hostedzone/ZLAB/rrset?maxitems=1", requests[1].Target);
        Assert.Equal(1, _world.Emulator.Requests.Count(Route53Operation.ChangeResourceRecordSets));
    }

    private bool Changed => _world.Zone.Accepted.At("w.lab.example.").Any();

    private Task<Route53Answer> UpsertAsync() => _world.ChangeAsync(Change("UPSERT", Weighted("haproxy", "1")));
}
