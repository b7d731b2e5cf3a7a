using System.Xml;
using System.Xml.Linq;
using Cutover.Engine.Aws.Budget;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Cutover.Engine.Aws.Transport;

/// <summary>Sends calls to one service: waits for a request token, tries, and tries again where that is safe.</summary>
internal sealed class AwsTransport : IDisposable
{
    private static readonly AwsFailure NoRegion = new(
        AwsFailureKind.Invalid, "NoRegion", "No AWS region is set: set AWS_REGION, or a region in the active profile.");

    private readonly AwsService service;
    private readonly AwsOptions options;
    private readonly RequestBudget? budget;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly AwsAttempt attempt;
    private readonly Mending mending;
    private readonly ResiliencePipeline<AwsOutcome<XElement>> normal;
    private readonly ResiliencePipeline<AwsOutcome<XElement>> urgent;

    public AwsTransport(
        AwsService service,
        AwsOptions options,
        CredentialSource credentials,
        RequestBudget? budget,
        AwsMeter meter,
        TimeProvider time,
        ILogger logger)
    {
        this.service = service;
        this.options = options;
        this.budget = budget;
        this.time = time;
        this.logger = logger;
        Pulse = new ServicePulse(time);
        var clock = new ServerClock(time);
        attempt = new AwsAttempt(service, credentials, clock, Pulse, meter, time, logger);
        mending = new Mending(service, credentials, clock, meter, logger);
        normal = Pipeline(options.Normal);
        urgent = Pipeline(options.Urgent);
    }

    /// <summary>When the service last answered.</summary>
    public ServicePulse Pulse { get; }

    /// <exception cref="OperationCanceledException">The caller cancelled; a write may still have been accepted.</exception>
    public async Task<AwsOutcome<T>> SendAsync<T>(AwsCall call, Func<XElement, T> read, CancellationToken cancellationToken)
    {
        var outcome = service.Endpoint is null ? NoRegion : await TryUntilAsync(call, cancellationToken).ConfigureAwait(false);
        if (!outcome.TryGet(out var body, out var failure))
        {
            return failure;
        }

        try
        {
            return read(body);
        }
        catch (Exception e) when (e is FormatException or OverflowException or XmlException)
        {
            return AwsAnswer.Unreadable(call, e.Message, requestId: null);
        }
    }

    public void Dispose() => attempt.Dispose();

    private async Task<AwsOutcome<XElement>> TryUntilAsync(AwsCall call, CancellationToken caller)
    {
        using var deadline = new CancellationTokenSource(call.Within ?? options.RetryFor(call.Priority).TotalTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(caller, deadline.Token);
        var progress = new CallProgress(call, caller);
        try
        {
            var pipeline = call.Priority is CallPriority.Urgent ? urgent : normal;
            return await pipeline.ExecuteAsync(TryOnceAsync, progress, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return progress.Last;
        }
    }

    private async ValueTask<AwsOutcome<XElement>> TryOnceAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        do
        {
            await SendOnceAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        while (await mending.TryAsync(progress, cancellationToken).ConfigureAwait(false));

        return progress.Last;
    }

    private async Task SendOnceAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        await (budget?.TakeAsync(progress.Call.Priority, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        progress.Attempt++;
        var timeout = options.RetryFor(progress.Call.Priority).AttemptTimeout;
        progress.Last = await attempt.RunAsync(progress, timeout, cancellationToken).ConfigureAwait(false);
        if (!progress.Last.TryGet(out _, out var failure) && failure.Kind is AwsFailureKind.Throttled)
        {
            budget?.Throttled();
        }
    }

    private ResiliencePipeline<AwsOutcome<XElement>> Pipeline(RetryOptions retry)
    {
        var builder = new ResiliencePipelineBuilder<AwsOutcome<XElement>> { TimeProvider = time };
        return retry.Attempts is 1 ? builder.Build() : builder.AddRetry(Strategy(retry)).Build();
    }

    private RetryStrategyOptions<AwsOutcome<XElement>> Strategy(RetryOptions retry) => new()
    {
        MaxRetryAttempts = retry.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = retry.BaseDelay,
        MaxDelay = retry.MaxDelay,
        ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is AwsOutcome<XElement>.Failure { Reason.Retriable: true }),
        OnRetry = args =>
        {
            Log.AwsRetryScheduled(logger, service.SigningName, args.AttemptNumber + 1, args.RetryDelay.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
    };
}
