using System.Globalization;
using Cutover.Engine.Notifications.Messages;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>A generic webhook, signed as Standard Webhooks has it. Each try is signed anew, with its own time.</summary>
internal sealed class WebhookDelivery(Uri url, WebhookSignature signature, OutgoingHttp http, TimeProvider time) : IDelivery
{
    public Task<DeliveryOutcome> SendAsync(OutgoingMessage outgoing, CancellationToken cancellation)
    {
        var (body, at) = (WebhookJson.Of(outgoing), time.GetUtcNow().ToUnixTimeSeconds());
        return http.PostAsync(
            url,
            body,
            [
                new("webhook-id", outgoing.Id),
                new("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture)),
                new("webhook-signature", signature.Of(outgoing.Id, at, body)),
            ],
            cancellation);
    }
}
