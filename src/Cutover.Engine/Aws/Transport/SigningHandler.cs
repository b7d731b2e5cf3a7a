using Amazon.Runtime.Signing;

namespace Cutover.Engine.Aws.Transport;

/// <summary>
/// Signs every request that passes, at the time of the given clock. The SDK's handler signs by the machine's clock unless it
/// is told a time, and a time told to it is told for good; hence one such handler for each request, around the shared connections.
/// </summary>
internal sealed class SigningHandler(AwsService service, CredentialSource credentials, TimeProvider time, HttpMessageHandler connections)
    : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var parameters = new AWSSigV4Parameters
        {
            Credentials = await credentials.GetAsync(cancellationToken).ConfigureAwait(false),
            Region = service.SigningRegion,
            Service = service.SigningName,
            SignPayload = true,
            SignedAt = time.GetUtcNow().UtcDateTime,
        };

        // Not disposed, on purpose: that would close the connections, which outlive the request.
        var signing = new HttpMessageInvoker(new SigV4SigningHandler(parameters, connections), disposeHandler: false);
        return await signing.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connections.Dispose();
        }

        base.Dispose(disposing);
    }
}
