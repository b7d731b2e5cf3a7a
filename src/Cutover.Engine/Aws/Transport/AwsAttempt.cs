using System.Xml.Linq;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Aws.Transport;

/// <summary>One try of a call: signed, sent, read, judged and recorded.</summary>
internal sealed class AwsAttempt(
    AwsService service,
    CredentialSource credentials,
    ServerClock clock,
    ServicePulse pulse,
    AwsMeter meter,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private const int LongestAnswer = 32 * 1024 * 1024;

    private readonly HttpClient http = new(new SigningHandler(service, Connections(service)))
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public async Task<AwsOutcome<XElement>> RunAsync(CallProgress progress, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var started = time.GetTimestamp();
        var answer = await AskAsync(progress, either.Token).ConfigureAwait(false);
        progress.ServerTime = answer.ServerTime;
        Record(progress, answer, time.GetElapsedTime(started));
        return answer.Outcome.TryGet(out _, out var failure) ? answer.Outcome : Complete(failure, progress);
    }

    public void Dispose() => http.Dispose();

    private static HttpMessageHandler Connections(AwsService service) => service.Connections ?? new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = service.Endpoint is { IsLoopback: false },

        // Shorter than AWS keeps idle connections: a write on one that has just been closed over there would be ambiguous for nothing.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private async Task<AwsAnswer> AskAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        var sent = false;
        try
        {
            var found = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
            if (!found.TryGet(out var keys, out var none))
            {
                return new AwsAnswer(Status: null, RequestId: null, none);
            }

            sent = true;
            return await SendAsync(progress, keys, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!progress.Caller.IsCancellationRequested)
        {
            return sent
                ? AwsAnswer.Missing(progress.Call, "Timeout", "No answer came in time.", mayHaveArrived: true)
                : AwsAnswer.Missing(progress.Call, "CredentialsTimeout", "No credentials came in time.", mayHaveArrived: false);
        }
        catch (HttpRequestException e)
        {
            return ConnectionFailure.Of(progress.Call, e);
        }
    }

    private async Task<AwsAnswer> SendAsync(CallProgress progress, SigningKeys keys, CancellationToken cancellationToken)
    {
        (progress.Keys, progress.SignedAt) = (keys, clock.Now);
        using var request = progress.Call.ToRequest(service.Endpoint!);
        request.Options.Set(SigningHandler.Signature, (keys, progress.SignedAt));
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return AwsAnswer.From(progress.Call, response, body);
    }

    private AwsFailure Complete(AwsFailure failure, CallProgress progress) => failure with
    {
        Action = $"{service.IamPrefix}:{progress.Call.Operation}",
        Resource = progress.Call.Resource,
        Identity = progress.Keys?.Identity,
        ClockOffset = failure.Kind is AwsFailureKind.Clock ? clock.OffsetOf(progress.ServerTime) : null,
    };

    private void Record(CallProgress progress, AwsAnswer answer, TimeSpan took)
    {
        var operation = progress.Call.Operation;
        answer.Outcome.TryGet(out _, out var failure);
        pulse.Tried(failure?.Kind);
        meter.Answered(service.Name, operation, failure?.Kind);
        if (failure is null)
        {
            Log.AwsCallAnswered(logger, operation, progress.Attempt, (int)answer.Status!, took.TotalMilliseconds, answer.RequestId);
            return;
        }

        Log.AwsCallFailed(
            logger,
            operation,
            progress.Attempt,
            (int?)answer.Status,
            took.TotalMilliseconds,
            answer.RequestId,
            failure.Kind,
            failure.Code,
            failure.Message);
    }
}
