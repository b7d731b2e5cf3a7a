using System.Collections.Concurrent;
using System.Diagnostics;
using Cutover.Core.Runs;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Operations;

public sealed class TraceTests : IDisposable
{
    private readonly ConcurrentBag<Activity> ended = [];
    private readonly ActivityListener listener;

    public TraceTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Cutover.Runs" or "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    [Fact]
    public async Task A_breach_is_one_trace_from_the_verdict_to_the_answer_of_Route_53()
    {
        await using var host = await RunningHost.WithLabAsync();
        var run = await host.StartAsync();
        await host.UntilAsync(run, RunPhase.Baking);
        host.World.Target.Dials.Settings = host.World.Target.Dials.Settings with { RefuseHandshakes = 100 };
        await host.UntilAsync(run, RunPhase.RolledBack);

        var breach = ended.Single(one => one.OperationName == "decide"
            && $"{one.GetTagItem("cutover.phase")}" == nameof(RunPhase.RollbackApplying) && $"{one.GetTagItem("cutover.event")}" == "gate judged"
            && ended.Any(below => below.ParentSpanId == one.SpanId));
        var write = ended.Single(one => one.ParentSpanId == breach.SpanId && one.OperationName == nameof(ApplyWeightsCommand));
        var request = ended.First(one => one.ParentSpanId == write.SpanId && one.Source.Name == "System.Net.Http");

        Assert.Equal(default, breach.ParentSpanId);
        Assert.Equal(breach.TraceId, request.TraceId);
        Assert.Equal(200, request.GetTagItem("http.response.status_code"));
        Assert.Contains("Rolling back", $"{breach.GetTagItem("cutover.reason")}", StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            ended, one => one.OperationName == "decide" && one.Links.Any(link => link.Context.SpanId == write.SpanId)
                && $"{one.GetTagItem("cutover.event")}" == "change accepted");
    }

    public void Dispose() => listener.Dispose();
}
