using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Aws.Transport;

/// <summary>One try of a call: signed, sent, read, judged and recorded.</summary>
internal sealed class AwsAttempt(AwsService service, CredentialSource credentials, TimeProvider time, ILogger logger) : IDisposable
{
    private const int LongestAnswer = 32 * 1024 * 1024;

    private readonly HttpClient http = new(new SigningHandler(service, credentials, time, Connections(service)))
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
        Record(progress, answer, time.GetElapsedTime(started));
        return answer.Outcome;
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
        try
        {
            using var request = progress.Call.ToRequest(service.Endpoint!);
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return AwsAnswer.From(progress.Call, response, body);
        }
        catch (OperationCanceledException) when (!progress.Caller.IsCancellationRequested)
        {
            return AwsAnswer.Missing(progress.Call, "Timeout", "No answer came in time.", mayHaveArrived: true);
        }
        catch (HttpRequestException e)
        {
            return AwsAnswer.Missing(progress.Call, e.HttpRequestError.ToString(), e.Message, MayHaveArrived(e.HttpRequestError));
        }
        catch (CredentialsUnavailableException e)
        {
            return new AwsAnswer(Status: null, RequestId: null, new AwsFailure(AwsFailureKind.Credentials, "NoCredentials", e.Message));
        }
    }

    private static bool MayHaveArrived(HttpRequestError error) => error is not (
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private void Record(CallProgress progress, AwsAnswer answer, TimeSpan took)
    {
        var operation = progress.Call.Operation;
        if (answer.Outcome.TryGet(out _, out var failure))
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
