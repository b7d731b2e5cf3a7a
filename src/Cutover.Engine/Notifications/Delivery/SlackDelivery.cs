using Cutover.Engine.Notifications.Messages;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>An incoming webhook as Slack, Mattermost and Rocket.Chat have them.</summary>
internal sealed class SlackDelivery(Uri url, OutgoingHttp http) : IDelivery
{
    // Slack knows no header of ours; a receiver in front of it can drop repeats by this one.
    public Task<DeliveryOutcome> SendAsync(OutgoingMessage outgoing, CancellationToken cancellation) =>
        http.PostAsync(url, SlackJson.Of(outgoing), [new("webhook-id", outgoing.Id)], cancellation);
}
