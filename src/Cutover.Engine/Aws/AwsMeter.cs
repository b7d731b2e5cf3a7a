using System.Diagnostics.Metrics;
using Cutover.Engine.Aws.Budget;

namespace Cutover.Engine.Aws;

/// <summary>What is counted and measured of the calls to AWS, under the names and units of OpenTelemetry.</summary>
internal sealed class AwsMeter : IDisposable
{
    public const string Name = "Cutover.Aws";

    private readonly Meter meter;
    private readonly bool owned;
    private readonly Counter<long> requests;
    private readonly Counter<long> throttles;
    private readonly Histogram<double> waits;
    private readonly Gauge<double> clockOffset;

    /// <param name="factory">The host's; null makes a meter that only listeners of this process see.</param>
    public AwsMeter(IMeterFactory? factory)
    {
        (meter, owned) = factory is null ? (new Meter(Name), true) : (factory.Create(Name), false);
        requests = meter.CreateCounter<long>("cutover.aws.requests", "{request}", "Requests sent to AWS, repetitions included.");
        throttles = meter.CreateCounter<long>("cutover.aws.throttles", "{request}", "Requests that AWS throttled.");
        waits = meter.CreateHistogram(
            "cutover.aws.budget.wait.duration",
            "s",
            "Time a request waited for a token of the account's budget.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.01, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60] });
        clockOffset = meter.CreateGauge<double>("cutover.aws.clock.offset", "s", "AWS's time minus this machine's, once it mattered.");
    }

    /// <summary>Shows the budget's queues and its rate.</summary>
    public void Watch(RequestBudget budget)
    {
        meter.CreateObservableUpDownCounter(
            "cutover.aws.budget.queue.length",
            () => Enum.GetValues<CallPriority>().Select(priority => new Measurement<int>(budget.Waiting(priority), Priority(priority))),
            "{request}",
            "Requests that wait for a token of the account's budget.");
        meter.CreateObservableGauge(
            "cutover.aws.budget.rate", () => budget.Rate, "{request}/s", "Requests a second that the budget allows.");
    }

    /// <param name="failure">Null for a success.</param>
    public void Answered(string service, string operation, AwsFailureKind? failure)
    {
        KeyValuePair<string, object?>[] call = [new("rpc.service", service), new("rpc.method", operation)];
        requests.Add(1, [.. call, new("cutover.outcome", failure is { } kind ? Outcome(kind) : "success")]);
        if (failure is AwsFailureKind.Throttled)
        {
            throttles.Add(1, call);
        }
    }

    public void Waited(CallPriority priority, TimeSpan time) => waits.Record(time.TotalSeconds, Priority(priority));

    public void ClockOffset(string service, TimeSpan offset) => 
        clockOffset.Record(offset.TotalSeconds, new KeyValuePair<string, object?>("rpc.service", service));

    public void Dispose()
    {
        if (owned)
        {
            meter.Dispose();
        }
    }

    private static KeyValuePair<string, object?> Priority(CallPriority priority) =>
        new("cutover.priority", priority is CallPriority.Urgent ? "urgent" : "normal");

    private static string Outcome(AwsFailureKind kind) => kind switch
    {
        AwsFailureKind.Throttled => "throttled",
        AwsFailureKind.PriorRequestNotComplete => "prior_request_not_complete",
        AwsFailureKind.Unavailable => "unavailable",
        AwsFailureKind.Denied => "denied",
        AwsFailureKind.NotFound => "not_found",
        AwsFailureKind.InvalidChangeBatch => "invalid_change_batch",
        AwsFailureKind.Credentials => "credentials",
        AwsFailureKind.Clock => "clock",
        AwsFailureKind.Invalid => "invalid",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of failure"),
    };
}
