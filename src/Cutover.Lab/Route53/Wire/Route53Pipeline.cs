using System.Globalization;
using Cutover.Lab.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cutover.Lab.Route53.Wire;

/// <summary>What every request passes: the log, the faults, the signature, the account's request budget, the operation.</summary>
internal sealed class Route53Pipeline(
    SignatureVerifier signatures,
    RequestBudget budget,
    Route53Faults faults,
    Route53RequestLog log,
    Route53Dispatch dispatch,
    EmulatorClock clock,
    TimeProvider time)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var route = Route53Route.Match(context.Request.Method, context.Request.Path);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        log.Add(new(time.GetUtcNow(), time.GetTimestamp(), route.Operation, target));
        context.Response.Headers.Date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        var faulty = faults.Concern(route.Operation);
        if (faulty && faults.ExtraLatency > TimeSpan.Zero)
        {
            await Task.Delay(faults.ExtraLatency, time, context.RequestAborted).ConfigureAwait(false);
        }

        if (faulty && await WireFaults.StrikeBeforeAsync(faults, context).ConfigureAwait(false))
        {
            return;
        }

        var reply = await AnswerAsync(context, route, faulty).ConfigureAwait(false);
        if (faulty && await WireFaults.StrikeAfterAsync(faults, context).ConfigureAwait(false))
        {
            return;
        }

        await reply.WriteAsync(context.Response, Guid.NewGuid().ToString(), context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<Route53Reply> AnswerAsync(HttpContext context, Route53Route route, bool faulty)
    {
        if (faulty && Outage() is { } outage)
        {
            return outage;
        }

        var verdict = await signatures.VerifyAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (!verdict.IsValid)
        {
            return Route53Errors.Unsigned(verdict);
        }

        return (faulty ? Refusal(route, verdict) : null)
            ?? (budget.TrySpend() ? dispatch.Perform(route, context.Request, Endpoint(context.Request)) : Route53Errors.Throttling);
    }

    private Route53Reply? Outage() =>
        faults.InternalFailure.TryTake() ? Route53Errors.InternalFailure
        : faults.ServiceUnavailable.TryTake() ? Route53Errors.ServiceUnavailable
        : null;

    private Route53Reply? Refusal(Route53Route route, SignatureVerdict verdict)
    {
        if (faults.ThrottleEverything || faults.Throttle.TryTake())
        {
            return Route53Errors.Throttling;
        }

        var changes = route.Operation == Route53Operation.ChangeResourceRecordSets;
        return faults.Denied.Contains(route.Operation) ? Route53Errors.AccessDenied(route, verdict.AccessKeyId)
            : changes && faults.PriorRequestNotComplete.TryTake() ? Route53Errors.PriorRequestNotComplete
            : null;
    }

    private static Uri Endpoint(HttpRequest request) => new($"{request.Scheme}://{request.Host}");
}
