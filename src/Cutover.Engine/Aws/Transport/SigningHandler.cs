using Amazon.Runtime.Signing;

namespace Cutover.Engine.Aws.Transport;

/// <summary>
/// Signs every request that passes, with the keys and the time it carries. The SDK's handler signs by the machine's clock unless it
/// is told a time, and a time told to it is told for good; hence one such handler for each request, around the shared connections.
/// </summary>
internal sealed class SigningHandler(AwsService service, HttpMessageHandler connections) : HttpMessageHandler
{
    public static HttpRequestOptionsKey<(SigningKeys Keys, DateTimeOffset At)> Signature { get; } = new("Cutover.Signature");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (keys, at) = request.Options.TryGetValue(Signature, out var given)
            ? given
            : throw new InvalidOperationException("The request carries nothing to sign it with.");
        var parameters = new AWSSigV4Parameters
        {
            Credentials = keys.Credentials,
            Region = service.SigningRegion,
            Service = service.SigningName,
            SignPayload = true,
            SignedAt = at.UtcDateTime,
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
